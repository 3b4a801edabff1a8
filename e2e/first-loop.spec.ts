import { expect, test } from "./boat.ts";

test("the door shows the people of the demo, and 陈浩 enters with one key", async ({ page, boat }) => {
  await page.goto("/");
  for (const name of ["陈浩", "林晓", "何川", "吴桐"])
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("button", { name: /陈浩/ }).first().click();
  await expect(page.locator("nav").first()).toBeVisible({ timeout: 20_000 });
});

test("陈浩 finds his leads and opens one", async ({ page, boat }) => {
  await boat.enterAs("chenhao");
  await page.goto("/leads");
  await page
    .getByRole("tab", { name: /全部线索/ })
    .or(page.getByRole("link", { name: /全部线索/ }))
    .first()
    .click();
  const row = page.getByRole("row").nth(1);
  await expect(row).toBeVisible();
  await boat.expectAccessible();
  await row.getByRole("cell").nth(1).click();
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await boat.expectAccessible();
});

test("林晓 sees what every campaign is about", async ({ page, boat }) => {
  await boat.enterAs("linxiao");
  await page.goto("/campaigns");
  await expect(page.getByText("白皮书：防爆区无人巡检").first()).toBeVisible();
  await boat.expectAccessible();
});

test("a rep on a phone sees the list without scrolling sideways", async ({ page, boat }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await boat.enterAs("wangqian");
  await page.goto("/leads");
  await expect(page.getByText(/全部线索|我的线索/).first()).toBeVisible();
  await boat.expectNoSidewaysScroll();
  await boat.expectAccessible();
});

test("the same door speaks English", async ({ page, boat }) => {
  await page.goto("/");
  await page.getByText("English", { exact: true }).click();
  await expect(page.getByText("Password", { exact: true }).first()).toBeVisible();
  await boat.expectAccessible();
});
