// The server of the browser tests: the same start as everybody's, on a data folder of its own that begins empty.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./install.mjs";

const folder = join(ROOT, ".test", "browser-data");

rmSync(folder, { recursive: true, force: true });
process.env.TONGZHOU_DATA_DIR = folder;
delete process.env.DATABASE_URL;
await import("./start.mjs");
