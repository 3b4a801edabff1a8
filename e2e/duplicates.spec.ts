import type { Page } from "@playwright/test";
import { expect, test } from "./boat.ts";

/** Names that nobody of the demo has, so that only these pairs wait. */
const NAMES = [..."安宁康泰顺和平盛昌隆瑞祥"].map((given) => `澹台${given}`);
const BY_HAND = 10;

async function create(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(path, { data, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
}

/** Two contacts, and a form that brings the phone of one and the mailbox of the other. */
async function meetTwice(page: Page, name: string, at: number): Promise<void> {
  const phone = { kind: "phone", value: `1390002${String(7700 + at)}` };
  const mail = { kind: "email", value: `tantai${at}@duplicates.example` };
  await create(page, "/api/contacts", { name, identifiers: [phone] });
  await create(page, "/api/contacts", { name, identifiers: [mail] });
  await create(page, "/api/leads", { name, identifiers: [phone, mail], touch: { kind: "form" } });
}

test("吴桐 judges ten pairs by keys alone, then merges the likely ones in one act and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("wutong");
  for (const [at, name] of NAMES.entries()) await meetTwice(page, name, at);
  await expect(async () => {
    const counted = await page.request.get("/api/duplicate-pairs/count");
    expect(((await counted.json()) as { waiting: number }).waiting).toBeGreaterThanOrEqual(NAMES.length);
  }).toPass({ timeout: 30_000 });
  await page.goto("/contacts/duplicates");
  const list = page.getByRole("list", { name: "待判重复" });
  const ours = list.getByRole("button").filter({ hasText: "澹台" });
  await expect(ours).toHaveCount(NAMES.length);
  await boat.expectAccessible();

  // Pairs of the demo may stand among them: the keys go on until one of ours is chosen.
  let judged = 0;
  for (let left = NAMES.length; judged < BY_HAND; judged += 1) {
    while (!(await list.locator('[aria-current="true"]').innerText()).includes("澹台"))
      await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("button", { name: /是同一个人，合并/ })).toBeEnabled();
    const key = judged % 3 === 2 ? "d" : "m";
    await page.keyboard.press(key);
    left -= 1;
    await expect(ours).toHaveCount(left);
  }

  await page.getByRole("button", { name: "一起合并" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("≥ 90%").click();
  const people = dialog.getByRole("list", { name: "会合并的人" });
  await expect(people.getByText("澹台", { exact: false }).first()).toBeVisible();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: /^合并 \d+ 条$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^合并了 \d+ 条联系人$/)).toBeVisible();
  await expect(ours).toHaveCount(0);
  await page.getByRole("button", { name: "撤销" }).last().click();
  await expect(ours).toHaveCount(NAMES.length - BY_HAND);
});
