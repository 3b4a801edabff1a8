import { expect, test } from "./boat.ts";

test("吴桐 brings a list of companies; a new account is filled in from it, says where from, and keeps what she writes", async ({
  page,
  boat,
}) => {
  const mark = String(Date.now());
  const company = `磐石精密${mark}股份有限公司`;
  await boat.enterAs("wutong");
  await page.goto("/settings");
  await page.getByRole("link", { name: /资料补全/ }).click();
  await page.getByRole("button", { name: "添加资料文件" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({
    name: `名单${mark}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(`公司全称,行业,省份,官网\n${company},C 制造业,江苏,www.panshi.example\n`),
  });
  await expect(dialog.getByText("制造业 · 江苏 · www.panshi.example")).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "添加", exact: true }).click();
  const source = page.getByRole("listitem").filter({ hasText: `名单${mark}` });
  await expect(source.getByText("1 家公司")).toBeVisible();
  await boat.expectAccessible();

  const made = await page.request.post("/api/accounts", {
    data: { name: company },
    headers: { "idempotency-key": crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  const { accountId } = (await made.json()) as { accountId: string };
  const website = page.getByRole("button", { name: `网站来自“名单${mark}”` });
  await expect(async () => {
    await page.goto(`/accounts/${accountId}`);
    await expect(website).toBeVisible({ timeout: 2000 });
  }).toPass();
  await website.click();
  await expect(page.getByText(`名单${mark}.csv 第 1 版第 2 行`)).toBeVisible();
  await boat.expectAccessible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "改网站" }).click();
  await page.getByRole("textbox", { name: "网站" }).fill("panshi.cn");
  await page.keyboard.press("Enter");
  // While it is written and saved, the field shows no mark at all: only the saved value tells.
  await expect(page.getByRole("button", { name: "改网站" })).toHaveText("panshi.cn");
  await expect(website).toHaveCount(0);
  await page.getByRole("button", { name: "补全资料" }).click();
  await expect(dialog.getByText("有人写的是“panshi.cn”")).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("checkbox", { name: "网站" }).check();
  await dialog.getByRole("button", { name: "采用 1 项" }).click();
  await expect(website).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/settings/enrichment");
  await expect(source.getByText("1 家公司")).toBeVisible();
  await boat.expectNoSidewaysScroll();
  await boat.expectAccessible();
});
