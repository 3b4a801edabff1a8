import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readArchive, readCells } from "../server/src/platform/sheets/read-archive.fixture.ts";
import { DATE_STYLE, workbookFile, zipFile } from "../server/src/platform/xlsx/workbook-file.fixture.ts";
import type { CellOf } from "../server/src/platform/xlsx/workbook-file.fixture.ts";
import { expect, test } from "./boat.ts";

const signedIn = (serial: number): CellOf => ({ attributes: `s="${DATE_STYLE}"`, inside: `<v>${serial}</v>` });
/** 19 November 2025, nine o'clock. */
const MORNING = 45_980.375;
/** 31 December 2100. */
const NEVER = 73_415;

/** As such lists are: a title, merged companies, phones as numbers, an empty row, a sheet of instructions, dates that cannot be. */
const MESSY = workbookFile({
  sheets: [
    { name: "填写说明", rows: [["请把名单填在第二张表"]] },
    {
      name: "签到",
      merged: ["A1:E1", "A3:A4"],
      rows: [
        ["2025 管廊大会签到名单"],
        ["单位", "姓名", "手机", "签到时间", "备注"],
        ["瓜洲船闸", "符若水", 13_700_018_801, signedIn(MORNING), "想看\n挂轨"],
        [undefined, "符若冰", 13_700_018_802, signedIn(MORNING)],
        undefined,
        ["瓜洲渡口", "时间错了", 13_700_018_803, signedIn(NEVER)],
        ["瓜洲渡口", "号码错了", 1_380_099, signedIn(MORNING)],
      ],
    },
    { name: "字典", rows: [["省"]], state: "hidden" },
  ],
});

const ONLY_SHEET = "xl/worksheets/sheet1.xml";

/** The rows of a workbook with one sheet, each as its cells from the left; a cell that is not written is empty. */
function rowsOf(workbook: Buffer): string[][] {
  const rows: string[][] = [];
  for (const [place, value] of readCells(readArchive(workbook).get(ONLY_SHEET) ?? "")) {
    const [column, row] = [place.charCodeAt(0) - "A".charCodeAt(0), Number(place.slice(1)) - 1];
    (rows[row] ??= [])[column] = String(value);
  }
  return rows.map((cells) => Array.from(cells, (cell) => cell ?? ""));
}

/** The same workbook with other words in its cells, as it is after somebody corrected and saved it. */
function correctCells(workbook: Buffer, corrections: Readonly<Record<string, string>>): Buffer {
  const files = [...readArchive(workbook)].map(([name, text]) => {
    if (name !== ONLY_SHEET) return { name, bytes: Buffer.from(text) };
    const corrected = Object.entries(corrections).reduce((xml, [wrong, right]) => xml.replaceAll(wrong, right), text);
    return { name, bytes: Buffer.from(corrected) };
  });
  return zipFile(files);
}

async function bringIn(page: Page, file: { name: string; buffer: Buffer }): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "把名单带进来" })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({ ...file, mimeType: "application/octet-stream" });
}

test("林晓 imports a messy workbook: a sheet, a trial, the error file corrected and sent again, and all of it taken back", async ({
  page,
  boat,
}) => {
  await boat.enterAs("linxiao");
  await page.goto("/imports/new");
  await bringIn(page, { name: "管廊大会.xlsx", buffer: MESSY });
  await expect(page.getByText("里有 3 张")).toBeVisible();
  await expect(page.getByText("隐藏的表")).toBeVisible();
  await boat.expectAccessible();
  await boat.expectNoSidewaysScroll();
  await page.getByRole("button", { name: "签到" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "这些列分别是什么" })).toBeVisible();
  await expect(page.getByText("5 列放进")).toBeVisible();
  await expect(page.getByText("第 3 行会变成")).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("button", { name: /^试运行/ }).click();

  await expect(page.getByText("写入 2 行，2 行留在错误文件")).toBeVisible();
  await expect(page.getByText("已有的人怎么改")).toBeVisible();
  await boat.expectAccessible();
  await page.getByRole("button", { name: "导入 2 行" }).click();

  const first = page.getByRole("heading", { level: 1, name: "2 行已写入，2 行在错误文件里" });
  await expect(first).toBeVisible({ timeout: 30_000 });
  const imported = page.url();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载错误文件" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const rejected = await readFile(await download.path());
  const [head, ...rows] = rowsOf(rejected);
  expect(head?.slice(3)).toEqual(["单位", "姓名", "手机", "签到时间", "备注"]);
  expect(rows).toEqual([
    ["6", "签到时间", "时间早于 2000 年，或晚于一年以后", "瓜洲渡口", "时间错了", "13700018803", "2100-12-31"],
    ["7", "手机", "不是可能的电话号码", "瓜洲渡口", "号码错了", "1380099", "2025-11-19 09:00:00"],
  ]);

  await page.getByRole("link", { name: "改好再传" }).click();
  const corrected = correctCells(rejected, { "2100-12-31": "2025-11-19", "1380099": "13700018804" });
  await bringIn(page, { name: "改好了.xlsx", buffer: corrected });
  await expect(page.getByText("5 列放进")).toBeVisible();
  await page.getByRole("button", { name: /^试运行/ }).click();
  await expect(page.getByText("写入 2 行，0 行留在错误文件")).toBeVisible();
  await page.getByRole("button", { name: "导入 2 行" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2 行已写入" })).toBeVisible({ timeout: 30_000 });

  for (const address of [page.url(), imported]) {
    await page.goto(address);
    await page.getByRole("button", { name: /^撤销.*处/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: /^撤销/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "这次导入已撤销" })).toBeVisible({ timeout: 30_000 });
  }
  const found = await page.request.get("/api/contacts?search=符若水");
  expect(((await found.json()) as { rows: unknown[] }).rows).toEqual([]);
  await boat.expectAccessible();
});
