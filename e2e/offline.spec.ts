import { expect, test } from "./boat.ts";

test("without a network the page stands as of a time and says that nothing is saved; back again, it goes on by itself", async ({
  page,
  context,
  boat,
}) => {
  await boat.enterAs("chenhao");
  await expect(page).toHaveURL(/today/);
  const accept = page.getByRole("button", { name: /^接受/ }).first();
  await expect(accept).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText(/连不上网，显示的是.*的内容；现在写的都不会保存/)).toBeVisible();
  await expect(accept).toBeVisible();
  await boat.expectAccessible();
  await page.locator('nav a[href="/campaigns"]').first().click();
  await expect(page.getByText("看看网络；连上以后会接着显示。")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/连不上网/)).toBeHidden();
  await expect(page.getByText("白皮书：防爆区无人巡检").first()).toBeVisible();
});
