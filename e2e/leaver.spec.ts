import { expect, test } from "./boat.ts";

const COMPANY = "梧州方舟航运";
const OTHERS = "梧州港务集团";
const LEAVER = "方屿";

test("吴桐 hands over everything of somebody who leaves, as the preview said, and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("wutong");
  const headers = { origin: new URL(page.url()).origin };
  const roles = (await (await page.request.get("/api/roles")).json()) as { id: string; code: string }[];
  const rep = roles.find(({ code }) => code === "rep")?.id;
  const hired = await page.request.post("/api/people", {
    data: { name: LEAVER, email: "fangyu@yunfan.example", roleIds: [rep], password: "yunfan-demo-2025" },
    headers,
  });
  expect(hired.status()).toBe(201);
  const { id: leaverId } = (await hired.json()) as { id: string };
  const identifiers = [{ kind: "phone", value: "13977400518" }];
  const lead = (await boat.askAs("fangyu", "/api/leads", {
    name: "韦航",
    company: COMPANY,
    mine: true,
    identifiers,
  })) as {
    leadId: string;
  };
  const { accountId } = (await boat.askAs("wutong", "/api/accounts", { name: OTHERS })) as { accountId: string };
  const given = await page.request.put(`/api/accounts/${accountId}/rights`, {
    data: { holder: { kind: "person", id: leaverId }, level: { from: null, to: "follow" } },
    headers,
  });
  expect(given.status()).toBe(200);

  await page.goto("/settings/people");
  const row = page.getByRole("row", { name: LEAVER });
  await row.hover();
  await row.getByRole("button", { name: /更多|操作/ }).click();
  await page.getByRole("menuitem", { name: "停用" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/线索 1 条/)).toContainText("别人客户和商机上的权利 1 项");
  await dialog.getByRole("combobox", { name: "交给谁" }).click();
  await page.getByTitle("王倩").click();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: /^交接 \d+ 项并停用/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`正在把`)).toContainText("王倩");

  const holderOf = async (): Promise<string> => {
    const shown = (await (await page.request.get(`/api/leads/${lead.leadId}`)).json()) as { ownerId: string };
    return shown.ownerId;
  };
  const wangqian = await boat.idOf("wangqian");
  await expect.poll(holderOf).toBe(wangqian);
  await page.goto(`/accounts/${accountId}`);
  const rights = page.getByRole("table", { name: "谁能做什么" });
  await expect(rights.getByRole("row", { name: /王倩/ })).toBeVisible();
  await boat.expectAccessible();

  // Everything changed hands in one act, and comes back in one.
  await page.goto("/settings/changes");
});
