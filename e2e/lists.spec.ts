import { expect, test } from "./boat.ts";

test("陈浩 edits cells of the list of contacts by keyboard, meets what 赵磊 wrote meanwhile, and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("chenhao");
  const name = `改格子 ${Date.now()}`;
  const made = (await boat.askAs("chenhao", "/api/contacts", {
    name,
    title: "工程师",
    identifiers: [{ kind: "email", value: `cell-${Date.now()}@lists.example` }],
  })) as { contactId: string };
  await page.goto(`/contacts?q=${encodeURIComponent(name)}`);
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("F2");
  const editor = page.getByRole("dialog");
  await expect(editor.getByRole("textbox", { name: "姓名" })).toBeFocused();
  await boat.expectAccessible();
  await page.keyboard.press("Tab");
  await expect(editor.getByRole("textbox", { name: "职位" })).toBeFocused();
  await page.keyboard.type("总工程师");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("总工程师");
  await page.getByRole("status").getByRole("button", { name: /撤销/ }).click();
  await expect(row.getByText("工程师", { exact: true })).toBeVisible();

  // Escape leaves the cell as it was; nothing was written.
  await row.getByText("工程师", { exact: true }).dblclick();
  await page.keyboard.type("别的");
  await page.keyboard.press("Escape");
  await expect(editor).toBeHidden();
  await expect(row.getByText("工程师", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/contacts\?/);

  // Somebody else was first: theirs and mine, and mine only when I say so.
  await row.getByText("工程师", { exact: true }).dblclick();
  await expect(editor.getByRole("textbox", { name: "职位" })).toBeFocused();
  await boat.changeAs("zhaolei", `/api/contacts/${made.contactId}`, { title: { from: "工程师", to: "厂长" } });
  await page.keyboard.type("车间主任");
  await page.keyboard.press("Enter");
  await expect(editor.getByRole("alert")).toContainText("赵磊");
  await expect(editor.getByRole("alert")).toContainText("厂长");
  await boat.expectAccessible();
  await editor.getByRole("button", { name: "改成我的" }).click();
  await expect(row).toContainText("车间主任");
});
