import { expect, test } from "./boat.ts";

const GROUP = "琅琊船务集团有限公司";
const STORAGE = "琅琊仓储有限公司";
const DEPOT = "琅琊仓储有限公司北仑分公司";
const FIBRE = "琅琊化纤有限公司";

test("陈浩 builds a group, moves a subsidiary by dragging, takes it back, and moves it by keys", async ({
  page,
  boat,
}) => {
  const { accountId } = (await boat.askAs("chenhao", "/api/accounts", { name: GROUP })) as { accountId: string };
  const storage = (await boat.askAs("chenhao", "/api/accounts", { name: STORAGE })) as { accountId: string };
  await boat.askAs("chenhao", "/api/accounts", { name: DEPOT, parentId: storage.accountId });
  await boat.enterAs("chenhao");
  await page.goto(`/accounts/${accountId}`);
  await expect(page.getByText("还没有上下级公司")).toBeVisible();

  // One that is here already by its name, one that is not.
  for (const name of [STORAGE, FIBRE]) {
    await page.getByRole("button", { name: "加下级" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "公司名称" }).fill(name);
    await boat.expectAccessible();
    await dialog.getByRole("button", { name: "加下级" }).click();
    await expect(dialog).toBeHidden();
  }
  const tree = page.getByRole("list", { name: "集团结构" });
  const inTree = (name: string) => tree.getByRole("link", { name, exact: true });
  await expect(inTree(STORAGE)).toBeVisible();
  await expect(inTree(FIBRE)).toBeVisible();
  await expect(inTree(DEPOT)).toBeHidden();
  await expect(page.getByText("4 家公司", { exact: false }).first()).toBeVisible();
  await boat.expectAccessible();

  const handle = page.getByRole("button", { name: `移动“${FIBRE}”` });
  const from = await handle.boundingBox();
  const to = await inTree(STORAGE).boundingBox();
  if (!from || !to) throw new Error("a row of the tree is not on the page");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 20, { steps: 12 });
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(`“${FIBRE}”已归到“${STORAGE}”下面`)).toBeVisible();
  await expect(inTree(FIBRE)).toBeHidden();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(inTree(FIBRE)).toBeVisible();

  await handle.focus();
  const before = (await inTree(STORAGE).boundingBox())?.y ?? 0;
  const after = (await inTree(FIBRE).boundingBox())?.y ?? 0;
  const second = before < after ? FIBRE : STORAGE;
  const first = before < after ? STORAGE : FIBRE;
  await page.getByRole("button", { name: `移动“${second}”` }).press("ArrowRight");
  await expect(page.getByText(`“${second}”已归到“${first}”下面`)).toBeVisible();

  await page.getByText("整个集团", { exact: true }).click();
  await expect(page).toHaveURL(/scope=whole/);
  await boat.expectAccessible();
});

test("on a phone a subsidiary is moved in a dialog, and never below one of its own", async ({ page, boat }) => {
  const above = (await boat.askAs("chenhao", "/api/accounts", { name: "沧浪重工集团有限公司" })) as {
    accountId: string;
  };
  const below = (await boat.askAs("chenhao", "/api/accounts", {
    name: "沧浪铸造有限公司",
    parentId: above.accountId,
  })) as { accountId: string };
  await page.setViewportSize({ width: 390, height: 844 });
  await boat.enterAs("chenhao");
  await page.goto(`/accounts/${above.accountId}`);
  await page.getByRole("button", { name: "移动“沧浪重工集团有限公司”" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "上级公司" }).fill("沧浪铸造");
  await page.getByTitle("沧浪铸造有限公司").click();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: "移动" }).click();
  await expect(dialog.getByText("“沧浪铸造有限公司”在“沧浪重工集团有限公司”的下面")).toBeVisible();
  await dialog.getByRole("button", { name: "取消" }).click();

  await page.goto(`/accounts/${below.accountId}`);
  await page.getByRole("button", { name: "换上级" }).click();
  await dialog.getByRole("combobox", { name: "上级公司" }).hover();
  await dialog.locator(".ant-select-clear").click();
  await dialog.getByRole("button", { name: "不归任何公司" }).click();
  await expect(page.getByText("“沧浪铸造有限公司”已不归任何公司")).toBeVisible();
  await boat.expectNoSidewaysScroll();
});
