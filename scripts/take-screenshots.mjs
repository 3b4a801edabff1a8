// Takes the pictures of docs/screenshots from a running program that holds the demo: node scripts/take-screenshots.mjs [ADDRESS]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "./find-chromium.mjs";
import { ROOT } from "./install.mjs";

const ADDRESS = process.argv[2] ?? "http://127.0.0.1:3000";
const PASSWORD = "yunfan-demo-2025";
const FOLDER = join(ROOT, "docs", "screenshots");
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Whose page is taken, at which width, in which language; `open`: what is pressed on it first. */
const PICTURES = [
  { name: "door-desktop.zh", path: "/", size: DESKTOP },
  { name: "today-rep-desktop.zh", who: "chenhao", path: "/today", size: DESKTOP },
  { name: "today-rep-phone.zh", who: "chenhao", path: "/today", size: PHONE },
  { name: "today-sdr-desktop.zh", who: "zhoumin", path: "/today", size: DESKTOP },
  { name: "today-sdr-phone.zh", who: "zhoumin", path: "/today", size: PHONE },
  { name: "today-manager-desktop.zh", who: "zhaolei", path: "/today", size: DESKTOP },
  { name: "leads-desktop.zh", who: "zhaolei", path: "/leads", size: DESKTOP },
  { name: "leads-phone.zh", who: "chenhao", path: "/leads", size: PHONE },
  { name: "campaigns-desktop.zh", who: "linxiao", path: "/campaigns", size: DESKTOP },
  { name: "campaign-desktop.zh", who: "linxiao", path: "/campaigns", open: "百度推广：煤矿巡检", size: DESKTOP },
  { name: "standard-desktop.zh", who: "linxiao", path: "/settings/standard", size: DESKTOP },
  { name: "opportunities-desktop.zh", who: "zhaolei", path: "/opportunities", size: DESKTOP },
  { name: "opportunities-phone.zh", who: "chenhao", path: "/opportunities", size: PHONE },
  { name: "insights-desktop.zh", who: "hechuan", path: "/insights", size: DESKTOP },
];

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const { name, who, path, open, size, language = "zh-CN" } of PICTURES) {
  const context = await browser.newContext({ viewport: size, locale: language, timezoneId: "Asia/Shanghai" });
  if (who) {
    const data = { email: `${who}@yunfan.example`, password: PASSWORD };
    const answer = await context.request.post(`${ADDRESS}/api/session`, { data, headers: { origin: ADDRESS } });
    if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
  }
  const page = await context.newPage();
  await page.goto(ADDRESS + path);
  await page.waitForLoadState("networkidle").catch(() => undefined);
  await page.waitForTimeout(1200);
  if (open) {
    await page.getByText(open, { exact: true }).first().click();
    await page.waitForLoadState("networkidle").catch(() => undefined);
    await page.waitForTimeout(1200);
  }
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
  console.log(name);
}
await browser.close();
