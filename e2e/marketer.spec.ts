import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./boat.ts";

/** Three people that come in, of whom two work at one company, and two rows that cannot. */
const LIST = [
  "姓名,手机,公司,职务,城市",
  "卞若溪,13900017701,海陵化工,设备部部长,泰州",
  "鲍天宇,13900017702,海陵化工,安全总监,泰州",
  "𠮷野和子,13900017703,大阪港湾設備,点検課長,",
  "只写了名字的人,,,工程师,泰州",
  ",,只有公司,,",
].join("\r\n");
const COMES_IN = 3;
const STAYS_OUT = 2;

test("林晓 brings a list in: mapping, trial, result, error file, and what taking it back would do", async ({
  page,
  boat,
}) => {
  await boat.enterAs("linxiao");
  await page.goto("/imports");
  await boat.expectAccessible();
  await page
    .getByRole("link", { name: "导入名单" })
    .or(page.getByRole("button", { name: "导入名单" }))
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "把名单带进来" })).toBeVisible();
  await boat.expectAccessible();
  const file = { name: "泰州展会签到.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.locator('input[type="file"]').setInputFiles(file);

  await expect(page.getByRole("heading", { level: 1, name: "这些列分别是什么" })).toBeVisible();
  await expect(page.getByText("5 列放进")).toBeVisible();
  await expect(page.getByText("卞若溪").first()).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("combobox", { name: "市场活动" }).fill("管廊大会");
  await page.getByTitle("管廊大会赞助").click();
  await page.getByRole("button", { name: /^试运行/ }).click();

  await expect(page.getByText(`写入 ${COMES_IN} 行，${STAYS_OUT} 行留在错误文件`)).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("button", { name: `导入 ${COMES_IN} 行` }).click();

  const result = page.getByRole("heading", { level: 1, name: `${COMES_IN} 行已写入，${STAYS_OUT} 行在错误文件里` });
  await expect(result).toBeVisible({ timeout: 30_000 });
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByText(/认不出是谁/).first()).toBeVisible();
  await expect(page.getByText("如果现在撤销")).toBeVisible();
  await boat.expectAccessible();

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载错误文件" }).click();
  const rejected = await readFile(await (await waiting).path(), "utf8");
  expect(rejected).toContain("只写了名字的人");
  expect(rejected).toContain("只有公司");
  expect(rejected).not.toContain("卞若溪");

  await page.getByRole("button", { name: /^撤销.*处/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("dialog").getByRole("button", { name: "不撤" }).click();

  await boat.speakEnglish();
  await expect(
    page.getByRole("heading", { level: 1, name: `${COMES_IN} rows written, ${STAYS_OUT} in the error file` }),
  ).toBeVisible();
  await boat.expectAccessible();
});

test("a draft of the standard is edited by 林晓 and in force when she and 赵磊 have signed", async ({
  page,
  boat,
  browser,
}) => {
  await boat.enterAs("linxiao");
  await page.goto("/settings/standard");
  await page.getByRole("button", { name: "从它起草" }).click();
  await expect(page.getByText("草稿", { exact: true })).toBeVisible();
  await page.getByRole("radiogroup", { name: "去向" }).getByText("培育").click();
  await page.getByRole("button", { name: /^D1/ }).click();
  await page.getByRole("button", { name: /^保存草稿/ }).click();
  await expect(page.getByText("D1：SDR 清洗 → 培育")).toBeVisible();
  await boat.expectAccessible();
  const version = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: "代表市场签署" }).click();
  await expect(page.getByText("没有等你签的")).toBeVisible();
  await boat.expectAccessible();

  const other = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const sales = await boat.onAnotherDesk(await other.newPage(), "zhaolei");
  await sales.goto("/settings/standard");
  await sales.getByRole("button", { name: "代表销售签署，马上生效" }).click();
  await expect(sales.getByText("现行", { exact: true })).toBeVisible();
  await expectInForce(sales, version);
  await other.close();

  await page.reload();
  await expectInForce(page, version);
  await boat.speakEnglish();
  await expect(page.getByText("In force", { exact: true })).toBeVisible();
  await boat.expectAccessible();
});

async function expectInForce(page: Page, version: string | null): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(version ?? "");
  await expect(page.getByText("现行", { exact: true })).toBeVisible();
}
