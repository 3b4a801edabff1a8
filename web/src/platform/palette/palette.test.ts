import { Search } from "lucide-react";
import { describe, expect, it } from "vitest";
import { entriesOf, findEntries, type Found } from "./find-entries.ts";
import { addPaletteSource, paletteSources } from "./palette.ts";
import type { PaletteSource } from "./palette-types.ts";

const source = (id: string, order: number, titles: string[], delayMs = 0): PaletteSource => ({
  id,
  order,
  find: async () => {
    await new Promise((done) => setTimeout(done, delayMs));
    return [{ id, words: id, entries: titles.map((title) => ({ id: title, icon: Search, title })) }];
  },
});

const titles = ({ groups }: Found): unknown[] => entriesOf(groups).map((entry) => entry.title);

describe("the palette's sources", () => {
  it("answer in their order, however they were added, until they are taken away", () => {
    const removeActs = addPaletteSource(source("acts", 20, []));
    const removeRecords = addPaletteSource(source("records", 10, []));
    expect(paletteSources.get().map(({ id }) => id)).toEqual(["records", "acts"]);
    removeRecords();
    expect(paletteSources.get().map(({ id }) => id)).toEqual(["acts"]);
    removeActs();
  });

  it("keep nobody waiting for the slow one, and stand in order when all have answered", async () => {
    const told: Found[] = [];
    const sources = [source("records", 10, ["鼎新石化"], 30), source("acts", 20, ["记一笔"])];
    await findEntries(sources, "dxsh", new AbortController().signal, (found) => told.push(found));
    expect(told.map(titles)).toEqual([["记一笔"], ["鼎新石化", "记一笔"]]);
    expect(told.map(({ waiting }) => waiting)).toEqual([1, 0]);
  });

  it("do not silence each other when one fails", async () => {
    const told: Found[] = [];
    const broken: PaletteSource = { id: "broken", order: 1, find: () => Promise.reject(new Error("no network")) };
    await findEntries([broken, source("acts", 20, ["记一笔"])], "", new AbortController().signal, (found) =>
      told.push(found),
    );
    expect(titles(told.at(-1) ?? { groups: [], waiting: 0 })).toEqual(["记一笔"]);
  });

  it("say nothing more once something else was typed", async () => {
    const told: Found[] = [];
    const typing = new AbortController();
    const finding = findEntries([source("records", 10, ["鼎新石化"], 10)], "d", typing.signal, (found) =>
      told.push(found),
    );
    typing.abort();
    await finding;
    expect(told).toEqual([]);
  });
});
