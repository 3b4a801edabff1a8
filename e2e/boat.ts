import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import type { APIRequestContext, Page } from "@playwright/test";

/** The public password of the demo company; printed at the start, refused on a public address. */
const PASSWORD = "yunfan-demo-2025";

export interface Boat {
  /** Signs in as somebody of the demo, by the name before the @. */
  enterAs(who: string): Promise<void>;
  /** The same somebody else, at a desk of their own: a page of another browser context. */
  onAnotherDesk(page: Page, who: string): Promise<Page>;
  /** Calls the program as somebody, for what happens elsewhere while the journey goes on. */
  askAs(who: string, path: string, body: unknown): Promise<unknown>;
  /** The same for a change of something that is there. */
  changeAs(who: string, path: string, body: unknown): Promise<unknown>;
  /** Who somebody of the demo is to the program. */
  idOf(who: string): Promise<string>;
  /** Switches to English by the menu; the person speaks Chinese again after the test. */
  speakEnglish(): Promise<void>;
  /** Fails for findings that shut somebody out. */
  expectAccessible(): Promise<void>;
  /** A page wider than the screen is scrolled sideways, which no thumb should have to do. */
  expectNoSidewaysScroll(): Promise<void>;
}

interface Self {
  person: { id: string };
}

/** Somebody's way to the program beside the page; kept from journey to journey, because sign-ins are limited. */
interface Desk {
  readonly request: APIRequestContext;
  readonly self: Self;
}

/** Every page error of a journey fails it. */
export const test = base.extend<{ boat: Boat }, { desks: Map<string, Desk> }>({
  desks: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs
    async ({}, use) => {
      const desks = new Map<string, Desk>();
      await use(desks);
      for (const { request } of desks.values()) await request.dispose();
    },
    { scope: "worker" },
  ],
  boat: async ({ page, playwright, baseURL, desks }, use) => {
    const origin = baseURL ?? "";
    const broken: string[] = [];
    let spokeEnglish = false;
    const watch = (seen: Page) => seen.on("pageerror", (error) => broken.push(error.message));
    watch(page);
    const asSomebody = async <T>(who: string, act: (request: APIRequestContext, self: Self) => Promise<T>) => {
      const { request, self } = await deskOf(who);
      return act(request, self);
    };
    const deskOf = async (who: string): Promise<Desk> => {
      const known = desks.get(who);
      // Whoever was signed out meanwhile, by leaving or by a new password, signs in again.
      if (known && (await known.request.get("/api/session")).ok()) return known;
      const request = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
      const self = (await post(request, "/api/session", { email: emailOf(who), password: PASSWORD })) as Self;
      desks.set(who, { request, self });
      await known?.request.dispose();
      return { request, self };
    };
    await use({
      enterAs: (who) => enterAs(page, who),
      onAnotherDesk: async (other, who) => {
        watch(other);
        await enterAs(other, who);
        return other;
      },
      askAs: (who, path, body) => asSomebody(who, (request) => post(request, path, body)),
      changeAs: (who, path, body) => asSomebody(who, (request) => send(request, "PATCH", path, body)),
      idOf: (who) => asSomebody(who, async (_, { person }) => person.id),
      speakEnglish: async () => {
        spokeEnglish = true;
        await speakEnglish(page);
      },
      expectAccessible: () => expectAccessible(page),
      expectNoSidewaysScroll: () => expectNoSidewaysScroll(page),
    });
    if (spokeEnglish)
      await page.request.put("/api/session/language", {
        data: { language: "zh-CN" },
        headers: { origin },
      });
    expect(broken).toEqual([]);
  },
});

export { expect };

const emailOf = (who: string): string => `${who}@yunfan.example`;

const post = (request: APIRequestContext, path: string, data: unknown): Promise<unknown> =>
  send(request, "POST", path, data);

async function send(request: APIRequestContext, method: string, path: string, data: unknown): Promise<unknown> {
  const answer = await request.fetch(path, { method, data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}

/** A desk has the person's menu at the foot of the sidebar, a phone behind 更多. */
async function speakEnglish(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /· |更多/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
}

async function enterAs(page: Page, who: string): Promise<void> {
  await page.goto("/");
  await page
    .locator('input[type="email"], input[autocomplete="username"], input[name="email"]')
    .first()
    .fill(emailOf(who));
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
