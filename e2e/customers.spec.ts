import { expect, test } from "./boat.ts";

const LEAD = { name: "慕容钧", phone: "13900019931", company: "沐川智造" };

test("陈浩 types a lead in from the palette, is told whose number it is the second time, and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("chenhao");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("new lead");
  await expect(page.getByRole("option", { name: "新建线索" })).toBeVisible();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const save = dialog.getByRole("button", { name: "保存" });
  await expect(save).toBeDisabled();
  await dialog.getByRole("textbox", { name: "姓名", exact: true }).fill(LEAD.name);
  await dialog.getByRole("textbox", { name: "电话" }).fill("12");
  await save.click();
  await expect(dialog.getByText("号码或地址不对")).toBeVisible();
  await dialog.getByRole("textbox", { name: "电话" }).fill(LEAD.phone);
  await dialog.getByRole("textbox", { name: "公司" }).fill(LEAD.company);
  await boat.expectAccessible();
  await save.click();
  await expect(page.getByRole("heading", { level: 1, name: LEAD.name })).toBeVisible();

  await page.goto("/leads");
  await page.getByRole("button", { name: "新建线索" }).click();
  await dialog.getByRole("textbox", { name: "电话" }).fill(`+86 ${LEAD.phone}`);
  await dialog.getByRole("textbox", { name: "公司" }).fill(LEAD.company);
  await expect(dialog.getByText(`这个电话是${LEAD.name}的`)).toBeVisible();
  await expect(dialog.getByText("负责人：陈浩")).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: `给${LEAD.name}加一条线索` }).click();
  await expect(dialog.getByText("这个人在这条产品线已有进行中的线索")).toBeVisible();
  await dialog.getByRole("button", { name: "打开那条线索" }).click();
  await expect(page.getByRole("heading", { level: 1, name: LEAD.name })).toBeVisible();
});

test("林晓, who sees numbers masked, finds him by the whole number and sees it masked", async ({ page, boat }) => {
  await boat.askAs("chenhao", "/api/leads", {
    name: "慕容清",
    identifiers: [{ kind: "phone", value: "13900019932" }],
    mine: true,
  });
  await boat.enterAs("linxiao");
  await page.goto("/leads");
  await page.getByRole("button", { name: "新建线索" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "电话" }).fill("13900019932");
  await expect(dialog.getByText("这个电话是慕容清的")).toBeVisible();
  await expect(dialog.getByText("139****9932")).toBeVisible();
});

test("赵磊 gives contacts to 王倩 having read what it would do, and one undo gives them back", async ({
  page,
  boat,
}) => {
  for (const phone of ["13900019933", "13900019934"])
    await boat.askAs("chenhao", "/api/contacts", {
      name: `欧阳移交${phone.slice(-1)}`,
      identifiers: [{ kind: "phone", value: phone }],
    });
  await boat.enterAs("zhaolei");
  await page.goto("/contacts");
  await page.getByRole("searchbox").fill("欧阳移交");
  await expect(page.getByText("2 位", { exact: true })).toBeVisible();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "移交" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "交给谁" }).click();
  await page.keyboard.type("王倩");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("会移交 2 条")).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(dialog.getByRole("listitem").filter({ hasText: "陈浩" })).toContainText("2");
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "移交 2 条" }).click();
  await expect(page.getByText("已把 2 条移交给王倩")).toBeVisible();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByRole("row").filter({ hasText: "欧阳移交3" })).toContainText("陈浩");
});

test("记一笔 on 陈浩's phone begins in the middle of the foot, with whom first", async ({ page, boat }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await boat.askAs("chenhao", "/api/leads", {
    name: "慕容笔",
    identifiers: [{ kind: "phone", value: "13900019935" }],
    mine: true,
  });
  await boat.enterAs("chenhao");
  await page.getByRole("navigation").getByRole("button", { name: "记一笔" }).click();
  const dialog = page.getByRole("dialog");
  await boat.expectAccessible();
  await dialog
    .getByRole("menuitem", { name: /慕容笔/ })
    .first()
    .click();
  await dialog.getByText("接通").click();
  await dialog.getByRole("textbox", { name: "说了什么" }).fill("约了下周看现场");
  await boat.expectNoSidewaysScroll();
  await dialog.getByRole("button", { name: "记下" }).click();
  await expect(page.getByText("已记下电话")).toBeVisible();
});

test("林晓 goes to the touches by the palette, narrows them to forms, and opens whose it was", async ({
  page,
  boat,
}) => {
  await boat.enterAs("linxiao");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("touches");
  await page.getByRole("option", { name: "触点" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "触点" })).toBeVisible();
  await page.getByRole("link", { name: "表单" }).click();
  const rows = page.getByRole("row").filter({ hasText: "填写表单" });
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "来访官网" })).toHaveCount(0);
  await boat.expectAccessible();
  await rows.first().click();
  await expect(page).toHaveURL(/\/contacts\/[0-9a-f-]{36}/);
});
