import type { Page } from "@playwright/test";
import { expect, test } from "./boat.ts";
import type { Boat } from "./boat.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** A lead that comes in by a form and is handed to 陈浩 by 吴桐, as happens while he is on the road. */
async function handToChenHao(boat: Boat, lead: { name: string; phone: string; company: string }): Promise<string> {
  const { leadId } = (await boat.askAs("wutong", "/api/leads", {
    name: lead.name,
    company: lead.company,
    identifiers: [{ kind: "phone", value: lead.phone }],
    touch: { kind: "form", title: "预约演示" },
  })) as { leadId: string };
  const assignment = { choice: { leadIds: [leadId] }, toId: await boat.idOf("chenhao"), note: null };
  await boat.askAs("wutong", "/api/leads/assignments", assignment);
  return leadId;
}

test("陈浩 on his phone accepts a lead, makes it a deal, brings it on with its evidence and wins it", async ({
  page,
  boat,
}) => {
  const lead = { name: "司空照", phone: "13900019901", company: "泰兴氟化工" };
  await handToChenHao(boat, lead);
  await boat.enterAs("chenhao");
  await expectOnPhone(page, boat, "今日");
  await page
    .getByRole("link", { name: new RegExp(lead.name) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: lead.name })).toBeVisible();
  await expectFits(boat);
  await page.getByRole("button", { name: "接受" }).click();
  await expect(page.getByText(`已接受${lead.name}`)).toBeVisible();

  await page
    .getByRole("button", { name: "转为商机" })
    .or(page.getByRole("button", { name: "转商机" }))
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  const convert = dialog.getByRole("button", { name: "转为商机" });
  await expect(convert).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "我看过，就是这家客户" }).check();
  await boat.expectAccessible();
  await convert.click();
  await expect(page).toHaveURL(/\/opportunities\/[0-9a-f-]{36}/);
  await expectFits(boat);

  await expect(page.getByText("还差 1 条就能进入样机试用")).toBeVisible();
  await fill(page, "下一步", "周三带样机去现场");
  await page.getByRole("button", { name: "进入样机试用" }).click();
  await expect(page.getByText("还差 2 条就能进入方案确认")).toBeVisible();
  await expectFits(boat);
  await fill(page, "金额", "880000");
  await boat.askAs("wutong", "/api/leads", {
    name: lead.name,
    identifiers: [{ kind: "phone", value: lead.phone }],
    touch: { kind: "meeting", title: "现场看样机" },
  });
  await page.reload();
  await page.getByRole("button", { name: "进入方案确认" }).click();
  await expect(page.getByText("还差 2 条就能进入商务谈判")).toBeVisible();

  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "赢单" }).click();
  await expect(dialog.getByRole("textbox", { name: "签约金额" })).toHaveValue(/880,?000/);
  await dialog.getByRole("textbox", { name: "签约金额" }).fill("86.5万");
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "赢单" }).click();
  await expect(page.getByText(/赢单，¥86\.5 万/)).toBeVisible();
  await expect(page.getByRole("button", { name: "丢单" })).toHaveCount(0);
  await expectFits(boat);
});

test("陈浩 gives a lead back with a reason, and it is no longer his", async ({ page, boat }) => {
  const lead = { name: "钟离尘", phone: "13900019902", company: "兴化铸钢" };
  await handToChenHao(boat, lead);
  await boat.enterAs("chenhao");
  await page
    .getByRole("link", { name: new RegExp(lead.name) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: lead.name })).toBeVisible();
  await page.getByRole("button", { name: "退回" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "退回" })).toBeDisabled();
  await dialog.getByText("时机未到").click();
  await expect(dialog.getByText("进入培育池（时机未到），到时再叫醒。")).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "退回" }).click();
  await expect(page.getByText(`已退回${lead.name}：时机未到`)).toBeVisible();
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1, name: "今日" })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(lead.name) })).toHaveCount(0);
});

test("陈浩 goes on with what he accepted in the queue, finds a company and reads what came in, all by thumb", async ({
  page,
  boat,
}) => {
  const lead = { name: "澹台明", phone: "13900019904", company: "高港精细化工" };
  await handToChenHao(boat, lead);
  await boat.enterAs("chenhao");
  const accept = page.getByRole("button", { name: "接受" });
  const line = page
    .locator("main div")
    .filter({ has: page.getByRole("link", { name: new RegExp(lead.name) }) })
    .filter({ has: accept });
  await line.last().getByRole("button", { name: "接受" }).click();
  await expect(page.getByText(`已接受${lead.name}`)).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("link", { name: "打开" }).click();
  await expect(page.getByRole("heading", { level: 1, name: lead.name })).toBeVisible();
  await expect(page.getByRole("button", { name: "转为商机" })).toBeVisible();

  await page.goto("/today");
  await page.getByRole("button", { name: "搜索或执行" }).click();
  await page.getByRole("combobox", { name: "搜索或执行" }).fill("高港");
  await expect(page.getByRole("option", { name: new RegExp(lead.company) }).first()).toBeVisible();
  await expectFits(boat);
  await page.keyboard.press("Escape");

  await page.goto("/leads");
  await page.getByRole("button", { name: /更多/ }).click();
  await page.getByRole("menuitem", { name: "通知" }).click();
  await expect(page.getByRole("dialog", { name: "通知" }).getByRole("link").first()).toBeVisible();
  await expectFits(boat);
});

test("the same phone speaks English", async ({ page, boat }) => {
  await handToChenHao(boat, { name: "濮阳宁", phone: "13900019903", company: "靖江船厂" });
  await boat.enterAs("chenhao");
  await boat.speakEnglish();
  await expectOnPhone(page, boat, "Today");
  await page
    .getByRole("link", { name: /濮阳宁/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "濮阳宁" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
  await expectFits(boat);
  await page.goto("/opportunities");
  await expectOnPhone(page, boat, "Opportunities");
});

async function expectOnPhone(page: Page, boat: Boat, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expectFits(boat);
}

async function expectFits(boat: Boat): Promise<void> {
  await boat.expectNoSidewaysScroll();
  await boat.expectAccessible();
}

/** A fact that the gate asks for, written where the gate stands. */
async function fill(page: Page, field: string, value: string): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(field) })
    .first()
    .click();
  await page.getByRole("textbox", { name: field }).first().fill(value);
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("button", { name: "保存" })).toHaveCount(0);
}
