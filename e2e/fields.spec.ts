import { readFile } from "node:fs/promises";
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

test("林晓 fills an added field in by a file, and 陈浩 finds it in a filter and takes it out again in one", async ({
  page,
  boat,
  browser,
}) => {
  const stamp = Date.now();
  const name = `意向车位 ${stamp}`;
  const guest = `车位客人 ${stamp}`;
  const added = { object: "contact", type: "choice", name, options: [{ name: "地上" }, { name: "地下" }] };
  const field = (await boat.askAs("wutong", "/api/fields", added)) as { id: string };

  await boat.enterAs("linxiao");
  await page.goto("/imports/new");
  const phone = (at: number) => `136${String(stamp + at).slice(-8)}`;
  const list = `姓名,手机,${name},负责人\n${guest},${phone(1)},地下,陈浩\n写错的,${phone(2)},天上,陈浩`;
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "车位.csv", buffer: Buffer.from(list), mimeType: "text/csv" });
  await expect(page.getByRole("heading", { level: 1, name: "这些列分别是什么" })).toBeVisible();
  await page.getByRole("radiogroup").getByText("联系人").click();
  await expect(page.getByRole("combobox", { name: new RegExp(name) })).toBeVisible();
  await expect(page.getByRole("cell", { name: "地下" }).last()).toBeVisible();
  await expect(page.getByText(/没有这个选项；可以填：地上、地下/)).toBeVisible();
  await boat.expectAccessible();
  await boat.expectNoSidewaysScroll();
  await page.getByRole("button", { name: /^试运行/ }).click();
  await expect(page.getByText("写入 1 行，1 行留在错误文件")).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "1 行已写入，1 行在错误文件里" })).toBeVisible({
    timeout: 30_000,
  });

  const desk = await boat.onAnotherDesk(await (await browser.newContext()).newPage(), "chenhao");
  const chosen = ((await (await desk.request.get("/api/fields")).json()) as { id: string; options: { id: string }[] }[])
    .find(({ id }) => id === field.id)
    ?.options.at(-1)?.id;
  const rules = [{ field: `contact.custom.${field.id}`, operator: "is", value: chosen }];
  await desk.goto(`/contacts?${new URLSearchParams({ filter: JSON.stringify({ combinator: "and", rules }) })}`);
  await expect(desk.getByRole("row").filter({ hasText: guest })).toBeVisible();
  await expect(desk.getByText("1 位")).toBeVisible();
  await desk.getByRole("button", { name: "导出" }).first().click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByText("CSV", { exact: true }).click();
  await dialog.getByText(/^全部 \d+ 列$/).click();
  const waiting = desk.waitForEvent("download");
  await dialog.getByRole("button", { name: "导出 1 行" }).click();
  const [head = "", row = ""] = (await readFile(await (await waiting).path(), "utf8")).split("\r\n");
  expect(head.split(",")).toContain(name);
  expect(row.split(",")[head.split(",").indexOf(name)]).toBe("地下");
  await desk.context().close();
});
