import { join } from "node:path";
import { expect, test } from "vitest";
import { checkLockFile } from "./check-lock-file.mjs";
import { ROOT } from "./install.mjs";

test("a binary of another platform that the lock file lacks, or holds in another version, is reported", () => {
  expect(checkLockFile(join(ROOT, "scripts/fixtures/lock-file")).complaints).toEqual([
    "server wants postgres-darwin 17.10.0-beta.17, which the lock file does not hold",
    "node_modules/bundler wants bundler-darwin 1.3.2, which the lock file does not hold",
    "node_modules/builder/node_modules/bundler-linux has no integrity",
  ]);
});
