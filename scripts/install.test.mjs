import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { whyInstall } from "./install.mjs";

const zod = { version: "4.6.7" };
const otherPlatform = { version: "17.10.0", optional: true };

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tongzhou-install-"));
  mkdirSync(join(root, "node_modules"));
});

afterEach(() => rmSync(root, { recursive: true }));

test("a fresh clone is installed, and so is one whose install was interrupted", () => {
  lock({ "node_modules/zod": zod });
  expect(whyInstall(root)).toBe("node_modules is missing");
});

test("what the lock file names is not installed again, other platforms being absent", () => {
  lock({ "": {}, contract: {}, "node_modules/zod": zod, "node_modules/postgres-for-windows": otherPlatform });
  installed({ "node_modules/zod": zod });
  expect(whyInstall(root)).toBeUndefined();
});

test("a package that is missing, of another version or no longer wanted is a reason", () => {
  lock({ "node_modules/zod": zod });
  installed({});
  expect(whyInstall(root)).toBe("node_modules/zod is missing");
  installed({ "node_modules/zod": { version: "4.0.0" } });
  expect(whyInstall(root)).toBe("node_modules/zod is not version 4.6.7");
  installed({ "node_modules/zod": zod, "node_modules/left-behind": zod });
  expect(whyInstall(root)).toBe("node_modules/left-behind is not in the lock file");
});

function lock(packages) {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
}

function installed(packages) {
  writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
}
