import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDocuments } from "./check-documents.mjs";
import { ROOT } from "./install.mjs";

test("a dependency without a reason, a variable nobody is told about, a word explained twice, a link and a path to nowhere are reported", () => {
  expect(checkDocuments(join(ROOT, "scripts/fixtures/documents")).complaints).toEqual([
    "forgotten has no line in docs/decisions/0002-dependencies.md",
    "docs/decisions/0002-dependencies.md explains gone, which nothing names",
    "docs/operations.md does not tell about TONGZHOU_SECRET",
    "docs/operations.md tells about TONGZHOU_SPEED, which nothing reads",
    "docs/glossary.md explains `home` twice",
    "docs/operations.md links to nothing.md, which is not there",
    "docs/operations.md speaks of scripts/gone.mjs, which is not there",
    "docs/style.md is longer than 200 lines",
  ]);
});
