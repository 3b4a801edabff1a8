import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./boat.ts";

test("何川 reads the funnel by period, campaign, source and team, and opens exactly the records of a cell", async ({
  page,
  boat,
  browser,
}) => {
  await boat.enterAs("hechuan");
  await page.goto("/insights");
  await expect(page.getByRole("list", { name: "漏斗" })).toBeVisible();
  await boat.expectAccessible();
  await choose(page, "期间", "最近 365 天");
  await expect(page).toHaveURL(/period=365d/);

  for (const dimension of ["来源", "团队", "市场活动"]) {
    await choose(page, "拆分", dimension);
    const split = page.getByRole("table", { name: `按${dimension}看` });
    await expect(split).toBeVisible();
    await expectToSumUp(page, split);
  }
  await boat.expectAccessible();

  const cell = page.getByRole("table", { name: "按市场活动看" }).locator("tbody td:nth-child(2) button").last();
  const count = numberIn(await cell.textContent());
  expect(count).toBeGreaterThan(0);
  await cell.click();
  const panel = page.getByRole("dialog", { name: `线索 · ${count} 条` });
  await expect(panel).toBeVisible();
  await expectRecords(panel, count);
  await boat.expectAccessible();

  const other = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const linxiao = await boat.onAnotherDesk(await other.newPage(), "linxiao");
  await linxiao.goto(page.url());
  await expect(linxiao.getByRole("dialog", { name: `线索 · ${count} 条` })).toBeVisible();
  await other.close();
});

test("何川's day begins with how the boat goes, and a figure opens its records", async ({ page, boat }) => {
  await boat.enterAs("hechuan");
  await page.goto("/today");
  const steps = page.getByRole("list", { name: "漏斗" });
  await expect(steps).toBeVisible();
  await expect(page.getByRole("region", { name: "钱花得值吗" })).toBeVisible();
  await boat.expectAccessible();
  const won = steps.getByRole("listitem").last().getByRole("button").first();
  const count = numberIn(await won.textContent());
  await won.click();
  await expect(page.getByRole("dialog", { name: `赢单 · ${count} 条` })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/today");
  await expect(steps).toBeVisible();
  await boat.expectNoSidewaysScroll();
});

test("the funnel speaks English, on a desk and on a phone", async ({ page, boat }) => {
  await boat.enterAs("hechuan");
  await boat.speakEnglish();
  await page.goto("/insights?period=365d&by=source");
  await expect(page.getByRole("list", { name: "Funnel" })).toBeVisible();
  await boat.expectAccessible();
  await page.setViewportSize({ width: 390, height: 844 });
  await boat.expectNoSidewaysScroll();
  await boat.expectAccessible();
});

async function choose(page: Page, what: string, value: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${what}`) }).click();
  await page.getByRole("menuitem", { name: value, exact: true }).click();
}

const numberIn = (text: string | null): number => Number((text ?? "").replaceAll(",", ""));

/** Every lead is in one line of a split: the lines add up to the funnel above them. */
async function expectToSumUp(page: Page, split: Locator): Promise<void> {
  const whole = numberIn(await page.getByTitle(/^打开 .* 条线索$/).textContent());
  await expect
    .poll(async () => {
      const cells = await split.locator("tbody tr td:nth-child(2)").allTextContents();
      return cells.reduce((sum, cell) => sum + numberIn(cell.trim()), 0);
    })
    .toBe(whole);
}

/** Reads on to the end of the list and counts. */
async function expectRecords(panel: Locator, count: number): Promise<void> {
  const records = panel.getByRole("listitem");
  const more = panel.getByRole("button", { name: "再看一些" });
  await expect(records.first()).toBeVisible();
  while (await more.isVisible()) {
    const before = await records.count();
    await more.click();
    await expect.poll(() => records.count()).toBeGreaterThan(before);
  }
  await expect(records).toHaveCount(count);
}
