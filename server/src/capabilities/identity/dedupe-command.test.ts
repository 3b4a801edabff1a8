import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dedupeCommand } from "./index.ts";

/** A list as people hand it in: a mark, semicolons, full width, a broken row, a phone that is none, a formula. */
const PEOPLE = [
  "\ufeff编号;姓名;手机;邮箱;生日;公司",
  "1;陈浩;13800138000;chenhao@yunfan.example;1985-03-12;上海同舟信息科技有限公司",
  "2;陈 浩;138 0013 8000;;1985/3/12;同舟信息科技（上海）有限公司",
  "3;王倩;13911112222;wangqian@qq.com;;",
  "4;周敏;不知道;zhoumin@163.com;1990-01-01;=2+3公司",
  '5;"赵磊;13700001111;;;',
  "6;周敏;15812345678;zhoumin@163.com;1990-01-01;",
  "7;;;;;",
  "8;孙悦;13600002222;sunyue@qq.com;1991-05-06;华信软件;多了一格",
].join("\r\n");
const MAP = { columns: { 姓名: "name", 手机: "phone", 邮箱: "mail", 生日: "birth date", 公司: "company" } };

let folder: string;
let said: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongzhou-dedupe-"));
});
beforeEach(() => {
  write("people.csv", PEOPLE);
  write("map.json", JSON.stringify(MAP));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Buffer): void {
  writeFileSync(join(folder, name), text);
}

function run(...words: string[]): Promise<void> {
  said = [];
  return dedupeCommand().run(words, {
    config: {} as never,
    newId: () => "",
    say: (line) => void said.push(line),
    resolvePath: (path) => join(folder, path),
    openDatabase: () => Promise.reject(new Error("a search for duplicates opens no database")),
  });
}

function read(name: string): Record<string, string>[] {
  const text = readFileSync(join(folder, name), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1).trim(), { header: true, delimiter: "," }).data;
}

describe("a messy list of people", () => {
  test("comes back with its clusters; the rows that cannot be read are said and left out", async () => {
    await run("people.csv", "--map", "map.json", "--out", "clusters.csv", "--pairs", "pairs.csv");
    const clusters = read("clusters.csv");
    const clusterOf = (number: string): string | undefined =>
      clusters.find((row) => row["编号"] === number)?.["cluster"];
    expect(clusters.map((row) => row["编号"])).toEqual(["1", "2", "3", "4", "6", "7"]);
    expect(clusterOf("1")).toBe(clusterOf("2"));
    expect(clusterOf("4")).toBe(clusterOf("6"));
    expect(new Set(["1", "3", "4", "7"].map(clusterOf)).size).toBe(4);
    expect(clusters[0]).toMatchObject({ cluster: "1", records: "2", line: "2" });

    const faults = read("clusters.csv.errors.csv");
    expect(faults.map((fault) => [fault["line"], fault["column"], fault["left out"]])).toEqual([
      ["5", "手机", "cell"],
      ["6", "", "row"],
      ["8", "", "cell"],
      ["9", "7", "row"],
    ]);
    expect(said.join("\n")).toContain("2 rows and 2 cells were left out");
    expect(said.join("\n")).toContain("6 records are 4");
  });

  test("the pairs say what spoke for and against, and nothing in the files runs as a formula", async () => {
    await run("people.csv", "--map", "map.json", "--out", "clusters.csv", "--pairs", "pairs.csv");
    const pair = read("pairs.csv").find((row) => row["line"] === "2" && row["other line"] === "3");
    expect(pair).toMatchObject({ outcome: "same" });
    expect(Number(pair?.["probability"])).toBeGreaterThan(0.9);
    expect(Number(pair?.["phone"])).toBeGreaterThan(5);
    expect(Number(pair?.["mail"])).toBe(0);
    expect(read("clusters.csv").find((row) => row["编号"] === "4")?.["公司"]).toBe("'=2+3公司");
  });

  test("what speaks against is a number below zero, and no text", async () => {
    write(
      "twins.csv",
      "姓名,手机,邮箱,生日\n陈浩,13800138000,chenhao@qq.com,1985-03-12\n陈浩,13911112222,chenhao@qq.com,1985-03-12\n",
    );
    const { 公司: _company, ...columns } = MAP.columns;
    write("map.json", JSON.stringify({ columns }));
    await run("twins.csv", "--map", "map.json", "--out", "clusters.csv", "--pairs", "pairs.csv");
    expect(Number(read("pairs.csv")[0]?.["phone"])).toBeLessThan(0);
  });

  test("gives the same files when it is run again", async () => {
    await run("people.csv", "--map", "map.json", "--out", "clusters.csv");
    const first = readFileSync(join(folder, "clusters.csv"), "utf8");
    await run("people.csv", "--map", "map.json", "--out", "again.csv");
    expect(readFileSync(join(folder, "again.csv"), "utf8")).toBe(first);
  });
});

test("organisations are told by a map that names nothing of a person", async () => {
  const names = ["上海同舟信息科技有限公司", "上海同舟信息科技", "上海华信软件有限公司", "北京同舟信息科技有限公司"];
  write("companies.csv", `name,city\n${names.map((name) => `${name},`).join("\n")}\n`);
  write("companies.json", JSON.stringify({ columns: { name: "company", city: "city" } }));
  await run("companies.csv", "--map", "companies.json", "--out", "companies.out.csv");
  const clusters = read("companies.out.csv").map((row) => row["cluster"]);
  expect(clusters).toEqual(["1", "1", "2", "3"]);
  expect(existsSync(join(folder, "companies.out.csv.errors.csv"))).toBe(false);
});

describe("what is asked wrongly", () => {
  test.each([
    ["Say which file", ["people.csv"]],
    ["cannot be opened", ["nowhere.csv", "--map", "map.json", "--out", "out.csv"]],
    ["cannot be opened", ["people.csv", "--map", "nowhere.json", "--out", "out.csv"]],
  ])("is said: %s", async (message, words) => {
    await expect(run(...words)).rejects.toThrow(message);
  });

  test.each([
    ["is no JSON", "{"],
    ["is not understood", '{"columns": 3}'],
    ["There is no column Name; there are: 编号", '{"columns": {"Name": "name"}}'],
    ["shoe size of column 姓名 is nothing to compare by; there are: name", '{"columns": {"姓名": "shoe size"}}'],
    ["names no column", '{"columns": {"姓名": null}}'],
  ])("in the map: %s", async (message, map) => {
    write("map.json", map);
    await expect(run("people.csv", "--map", "map.json", "--out", "out.csv")).rejects.toThrow(message);
  });

  test("an empty file is said to be empty", async () => {
    write("people.csv", "");
    await expect(run("people.csv", "--map", "map.json", "--out", "out.csv")).rejects.toThrow("is empty");
  });
});
