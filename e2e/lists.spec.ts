import type { Page } from "@playwright/test";
import { expect, test } from "./boat.ts";

/** A contact of whoever is signed in, with a mailbox of its own. */
async function contactOf(page: Page, who: { name: string; title: string }): Promise<{ contactId: string }> {
  const identifiers = [{ kind: "email", value: `${crypto.randomUUID()}@lists.example` }];
  const headers = { origin: new URL(page.url()).origin };
  const made = await page.request.post("/api/contacts", { data: { ...who, identifiers }, headers });
  expect(made.status()).toBe(201);
  return (await made.json()) as { contactId: string };
}

/** The contacts of a name, which are found a moment after they were written. */
async function openListOf(page: Page, name: string, count: number): Promise<void> {
  await expect(async () => {
    await page.goto(`/contacts?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole("row").filter({ hasText: name })).toHaveCount(count, { timeout: 3000 });
  }).toPass();
}

test("陈浩 edits cells of the list of contacts by keyboard, meets what 赵磊 wrote meanwhile, and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("chenhao");
  const name = `改格子 ${Date.now()}`;
  const { contactId } = await contactOf(page, { name, title: "工程师" });
  const row = page.getByRole("row").filter({ hasText: name });
  await openListOf(page, name, 1);
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
  await boat.changeAs("zhaolei", `/api/contacts/${contactId}`, { title: { from: "工程师", to: "厂长" } });
  await page.keyboard.type("车间主任");
  await page.keyboard.press("Enter");
  await expect(editor.getByRole("alert")).toContainText("赵磊");
  await expect(editor.getByRole("alert")).toContainText("厂长");
  await boat.expectAccessible();
  await editor.getByRole("button", { name: "改成我的" }).click();
  await expect(row).toContainText("车间主任");
});

test("赵磊 changes one field of many contacts, having read how many it changes, and takes it back in one", async ({
  page,
  boat,
}) => {
  const mark = `批量 ${Date.now()}`;
  await boat.enterAs("zhaolei");
  for (const [at, title] of ["工程师", "工程师", "工程师", "厂长"].entries())
    await contactOf(page, { name: `${mark} ${at}`, title });
  const rows = page.getByRole("row").filter({ hasText: mark });
  await openListOf(page, mark, 4);
  // By keyboard: down the list, choosing.
  for (const _ of [1, 2, 3, 4]) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await page.getByRole("toolbar").getByRole("button", { name: "改字段" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "改哪一项" }).click();
  await page.getByTitle("职位", { exact: true }).click();
  await dialog.getByRole("textbox", { name: "改成" }).fill("厂长");
  await expect(dialog.getByText("会改 3 条")).toBeVisible();
  await expect(dialog.getByText("1 条本来就是这样")).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "改 3 条" }).click();
  await expect(rows.filter({ hasText: "厂长" })).toHaveCount(4);
  await page.getByRole("status").getByRole("button", { name: /撤销/ }).click();
  await expect(rows.filter({ hasText: "工程师" })).toHaveCount(3);
  await page.getByRole("checkbox", { name: "选中这一页" }).check({ force: true });

  // Nobody worked with them yet: they go, and come back.
  await page.getByRole("toolbar").getByRole("button", { name: "删除" }).click();
  await expect(dialog.getByText("会删除 4 条")).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "删除 4 条" }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: /撤销/ }).click();
  await expect(rows).toHaveCount(4);
});

test("on a phone rows are chosen by thumb", async ({ page, boat }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await boat.enterAs("wangqian");
  await page.goto("/contacts");
  await page.getByRole("button", { name: "选择多条" }).click();
  await page.getByRole("listitem").getByRole("checkbox").first().check({ force: true });
  await expect(page.getByRole("toolbar").getByRole("button", { name: "改字段" })).toBeVisible();
  await boat.expectNoSidewaysScroll();
  await boat.expectAccessible();
  await page.getByRole("toolbar").getByRole("button", { name: "取消选中" }).click();
  await expect(page.getByRole("listitem").getByRole("checkbox")).toHaveCount(0);
});
