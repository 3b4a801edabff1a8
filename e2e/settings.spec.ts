import { expect, test } from "./boat.ts";

const RULE = /华北、东北、西部/;

test("赵磊 moves a routing rule with the keyboard, takes it back, and reads why it gave a lead to whom", async ({
  page,
  boat,
}) => {
  await boat.enterAs("zhaolei");
  await page.goto("/settings");
  await page.getByRole("link", { name: /分配规则/ }).click();
  const rules = page.getByRole("list", { name: "规则" }).getByRole("listitem");
  await expect(rules.nth(1)).toContainText(RULE);
  await boat.expectAccessible();

  await page.getByRole("button", { name: /移动“华北、东北、西部”/ }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(rules.first()).toContainText(RULE);
  await page.getByRole("status").getByRole("button", { name: /撤销/ }).click();
  await expect(rules.nth(1)).toContainText(RULE);

  await rules.nth(1).getByRole("link").click();
  await expect(page.getByText(/规则“华北、东北、西部”轮到/).first()).toBeVisible();
});

test("林晓 reads the rules and cannot change them; 陈浩 does not see them", async ({ page, boat }) => {
  await boat.enterAs("linxiao");
  await page.goto("/settings/routing");
  await expect(page.getByText(RULE).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /移动/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /加规则/ })).toHaveCount(0);
  await page.context().clearCookies();
  await boat.enterAs("chenhao");
  await page.goto("/settings");
  await expect(page.getByRole("link", { name: /回收站/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /分配规则/ })).toHaveCount(0);
});

test("吴桐 deletes a draft campaign, finds it in the trash and brings it back", async ({ page, boat }) => {
  await boat.enterAs("wutong");
  const name = `巡展草稿 ${Date.now()}`;
  const made = await page.request.post("/api/campaigns", {
    data: { name, type: "offline_event" },
    headers: { "idempotency-key": crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  const { id } = (await made.json()) as { id: string };
  await page.request.delete(`/api/campaigns/${id}`, { headers: { origin: new URL(page.url()).origin } });
  await page.goto("/settings/trash");
  await expect(page.getByText(name)).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("row", { name }).hover();
  await page.getByRole("row", { name }).getByRole("button", { name: /恢复/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "恢复", exact: true }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);

  await page.goto(`/campaigns/${id}?show=changes`);
  await expect(page.getByText("恢复删除的").first()).toBeVisible();
  await boat.expectAccessible();
});

test("background work is there for the administrator, on a phone too", async ({ page, boat }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await boat.enterAs("wutong");
  await page.goto("/settings/work");
  await expect(page.getByText(/个进程在岗/)).toBeVisible();
  await expect(page.getByText("核对评分")).toBeVisible();
  await boat.expectNoSidewaysScroll();
  await boat.expectAccessible();
});

test("吴桐 compares all contacts, sees what a threshold would do before it is saved, and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("wutong");
  await page.goto("/settings/matching");
  await page.getByRole("button", { name: "现在比对一遍" }).click();
  await expect(page.getByText(/上次比对：刚刚/)).toBeVisible({ timeout: 60_000 });
  await boat.expectAccessible();
  const asked = page.getByRole("row", { name: /送审/ });
  const before = (await asked.textContent()) ?? "";
  await page.getByRole("combobox", { name: /从多大把握起送审/ }).click();
  await page.getByText("0.1%", { exact: true }).click();
  await expect(asked).not.toHaveText(before);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("status").getByRole("button", { name: /撤销/ }).click();
  await expect(asked).toHaveText(before);
  await asked.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "是同一个人吗" })).toBeVisible();
});
