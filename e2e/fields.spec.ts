import { expect, test } from "./boat.ts";

test("吴桐 adds a field, and 陈浩 fills it in with a new contact, on its page and in a filter", async ({
  page,
  boat,
  browser,
}) => {
  const field = `现有机器人台数 ${Date.now()}`;
  await boat.enterAs("wutong");
  await page.goto("/settings");
  await page.getByRole("link", { name: /自定义字段/ }).click();
  await boat.expectAccessible();
  await page
    .getByRole("button", { name: /加字段/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称", { exact: true }).fill(field);
  await dialog.getByRole("combobox", { name: "类型" }).click();
  await page.getByTitle("数字", { exact: true }).click();
  await dialog.getByText("关键资料", { exact: true }).click();
  await expect(dialog.getByRole("complementary", { name: "预览" }).getByLabel(field)).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "加字段" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: field })).toContainText("关键");

  const desk = await boat.onAnotherDesk(await (await browser.newContext()).newPage(), "chenhao");
  await desk.goto("/contacts");
  await desk
    .getByRole("button", { name: /新建联系人/ })
    .first()
    .click();
  const form = desk.getByRole("dialog");
  const name = `台数先生 ${Date.now()}`;
  await form.getByLabel("姓名").fill(name);
  await form.getByLabel(field).fill("12");
  await form.getByRole("button", { name: "新建", exact: true }).click();
  await expect(desk.getByRole("heading", { name })).toBeVisible();
  const facts = desk.getByRole("button", { name: new RegExp(field) });
  await expect(facts.first()).toHaveText("12");
  await facts.first().click();
  await desk.getByRole("textbox", { name: field }).fill("15");
  await desk.keyboard.press("Enter");
  await expect(facts.first()).toHaveText("15");
  await desk.getByRole("status").getByRole("button", { name: /撤销/ }).click();
  await expect(facts.first()).toHaveText("12");

  await desk.goto("/contacts");
  await desk.getByRole("button", { name: "条件" }).click();
  await desk.getByRole("combobox").first().click();
  await desk.keyboard.type(field);
  await desk.getByTitle(field).first().click();
  await desk.getByRole("textbox", { name: /值/ }).fill("12");
  await desk
    .getByRole("button", { name: /应用|筛选/ })
    .last()
    .click();
  await expect(desk.getByRole("row").filter({ hasText: name })).toBeVisible();
  await expect(desk.getByText("1 位")).toBeVisible();
  await desk.context().close();
});
