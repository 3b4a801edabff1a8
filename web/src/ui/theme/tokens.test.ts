import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "./contrast.ts";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("\n}", start));
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? "", m[2] ?? ""]));
}

const themes = { light: tokensOf('[data-theme="light"]'), dark: tokensOf('[data-theme="dark"]') };

/** Words on their ground: AA asks for 4.5. */
const words: [string, string][] = [
  ...["surface", "subtle", "sunken", "hover", "raised", "accent-soft"].flatMap((ground): [string, string][] => [
    ["ink", ground],
    ["ink2", ground],
    ["ink3", ground],
  ]),
  ["accent-ink", "surface"],
  ["accent-ink", "subtle"],
  ["accent-ink", "accent-soft"],
  ["accent-ink", "accent-mid"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["green", "green-bg"],
  ["green", "surface"],
  ["amber", "amber-bg"],
  ["amber", "surface"],
  ["red", "red-bg"],
  ["red", "surface"],
  ["on-red", "red"],
  ["toast-ink", "toast"],
  ["toast-ink2", "toast"],
  ["toast-link", "toast"],
];

/** Signs and control edges: AA asks for 3. */
const signs: [string, string][] = [
  ["edge", "surface"],
  ["edge", "subtle"],
  ["accent", "surface"],
  ["accent-line", "surface"],
];

describe.each(Object.entries(themes))("the %s theme", (_name, tokens) => {
  const ratio = (one: string, other: string) => contrast(tokens.get(one) ?? "", tokens.get(other) ?? "");

  it.each(words)("lets %s be read on %s", (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(signs)("lets %s be seen on %s", (sign, ground) => {
    expect(ratio(sign, ground)).toBeGreaterThanOrEqual(3);
  });
});

it("gives every colour of the light theme a value in the dark one", () => {
  const sameInBoth = new Set(["font", "fast", "mid", "slow", "ease", "gutter"]);
  const missing = [...themes.light.keys()].filter((name) => !sameInBoth.has(name) && !themes.dark.has(name));
  expect(missing).toEqual([]);
});
