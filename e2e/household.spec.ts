import { expect, test } from "./boat.ts";

test("陈浩 builds a household: the mother registers, the father pays, the child without a phone uses; one leaves and comes back", async ({
  page,
  boat,
}) => {
  const mother = (await boat.askAs("chenhao", "/api/contacts", {
    name: "司徒静",
    identifiers: [{ kind: "phone", value: "13900019941" }],
  })) as { contactId: string };
  await boat.askAs("chenhao", "/api/contacts", {
    name: "欧阳建波",
    identifiers: [{ kind: "phone", value: "13900019942" }],
  });
  await boat.enterAs("chenhao");
  await page.goto(`/contacts/${mother.contactId}`);
  await page.getByRole("button", { name: "建家庭" }).click();
  const dialog = page.getByRole("dialog");
  const act = dialog.getByRole("button", { name: "建家庭" });
  await expect(act).toBeDisabled();
  await dialog.getByLabel("家人", { exact: true }).fill("欧阳建波");
  await page.getByTitle("欧阳建波").last().click();
  await dialog.getByRole("group", { name: "这位是" }).getByLabel("付钱的人").click();
  await boat.expectAccessible();
  await act.click();
  await expect(page.getByRole("heading", { level: 1, name: "司徒静、欧阳建波的家庭" })).toBeVisible();

  await page.getByRole("button", { name: "加家人" }).click();
  await dialog.getByRole("button", { name: "没有手机的孩子？写下姓名" }).click();
  await dialog.getByRole("textbox", { name: "姓名" }).fill("欧阳一诺");
  await dialog.getByRole("group", { name: "这位是" }).getByLabel("用的人", { exact: true }).click();
  await dialog.getByRole("button", { name: "加上" }).click();
  const family = page.getByRole("region", { name: "家人" });
  await expect(family.getByText("没有自己的号码，找 司徒静")).toBeVisible();
  await expect(page.getByText("成为这里的用的人")).toBeVisible();
  await boat.expectAccessible();

  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "分开" }).click();
  await dialog.getByLabel("欧阳建波").click();
  await dialog.getByRole("button", { name: "分开" }).click();
  await expect(page.getByText("不再是这里的付钱的人")).toBeVisible();
  await expect(family.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(family.getByRole("listitem")).toHaveCount(3);
  await boat.expectNoSidewaysScroll();
});
