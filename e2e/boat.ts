import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import type { Page } from "@playwright/test";

/** The public password of the demo company; printed at the start, refused on a public address. */
const PASSWORD = "yunfan-demo-2025";

export interface Boat {
  /** Signs in as somebody of the demo, by the name before the @. */
  enterAs(who: string): Promise<void>;
  /** Fails for findings that shut somebody out. */
  expectAccessible(): Promise<void>;
  /** A page wider than the screen is scrolled sideways, which no thumb should have to do. */
  expectNoSidewaysScroll(): Promise<void>;
}

/** Every page error of a journey fails it. */
export const test = base.extend<{ boat: Boat }>({
  boat: async ({ page }, use) => {
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await use({
      enterAs: (who) => enterAs(page, who),
      expectAccessible: () => expectAccessible(page),
      expectNoSidewaysScroll: () => expectNoSidewaysScroll(page),
    });
    expect(broken).toEqual([]);
  },
});

export { expect };

async function enterAs(page: Page, who: string): Promise<void> {
  await page.goto("/");
  await page
    .locator('input[type="email"], input[autocomplete="username"], input[name="email"]')
    .first()
    .fill(`${who}@yunfan.example`);
  await page.locator('input[type="password"]').first().fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.locator("nav").first()).toBeVisible({ timeout: 20_000 });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
}
