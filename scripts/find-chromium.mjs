// Any Chromium will do for the browser tests: none is downloaded.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const MAC_APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The program of the variable CHROME, else the first Chromium on the path, else undefined. */
export function findChromium(environment = process.env) {
  if (environment.CHROME) return existsSync(environment.CHROME) ? environment.CHROME : undefined;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program + suffix)));
  return [...onPath, ...(process.platform === "darwin" ? MAC_APPLICATIONS : [])].find((path) => existsSync(path));
}
