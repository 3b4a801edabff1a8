import { expect, test } from "./boat.ts";

/** Another at each run: a demo that is already there knows the last one. */
const RUN = String(Date.now()).slice(-6);
const LEAVER = `方屿${RUN}`;
const COMPANY = `梧州方舟${RUN}航运`;
const OTHERS = `梧州港务${RUN}集团`;
const MAILBOX = `fangyu${RUN}`;

test("吴桐 hands over everything of somebody who leaves, as the preview said, and takes it back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("wutong");
  const headers = { origin: new URL(page.url()).origin };
  const roles = (await (await page.request.get("/api/roles")).json()) as { id: string; code: string }[];
  const rep = roles.find(({ code }) => code === "rep")?.id;
  const hired = await page.request.post("/api/people", {
    data: { name: LEAVER, email: `${MAILBOX}@yunfan.example`, roleIds: [rep], password: "yunfan-demo-2025" },
    headers,
  });
  expect(hired.status()).toBe(201);
  const { id: leaverId } = (await hired.json()) as { id: string };
  const identifiers = [{ kind: "phone", value: `13977${RUN}` }];
  const lead = (await boat.askAs(MAILBOX, "/api/leads", {
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
  await page.getByRole("option", { name: "王倩" }).click();
  await expect(page.getByRole("option", { name: "王倩" })).toBeHidden();
  await boat.expectAccessible();
  await dialog.getByRole("button", { name: /^交接 \d+ 项并停用/ }).click();
  await expect(dialog).toBeHidden();
  const said = page.getByText(new RegExp(`${LEAVER}已停用，名下 \\d+ 项正在交给王倩`));
  await expect(said).toBeVisible();

  const holderOf = async (): Promise<string> => {
    const shown = (await (await page.request.get(`/api/leads/${lead.leadId}`)).json()) as {
      holder: { personId?: string };
    };
    return shown.holder.personId ?? "nobody";
  };
  const wangqian = await boat.idOf("wangqian");
  await expect.poll(holderOf).toBe(wangqian);
  const undo = page.getByRole("status").getByRole("button", { name: /撤销/ });
  const desk = await page.context().newPage();
  await desk.goto(`/accounts/${accountId}`);
  const rights = desk.getByRole("table", { name: "谁能做什么" });
  await expect(rights.getByRole("row", { name: /王倩/ })).toBeVisible();

  // Everything changed hands in one act, and comes back in one.
  await undo.click();
  await expect.poll(holderOf).toBe(leaverId);
  await desk.reload();
  await expect(rights.getByRole("row", { name: LEAVER })).toBeVisible();
  await expect(rights.getByRole("row", { name: /王倩/ })).toHaveCount(0);
  await desk.goto("/settings/changes");
  await expect(desk.getByText("交接名下的一切").first()).toBeVisible();
});
