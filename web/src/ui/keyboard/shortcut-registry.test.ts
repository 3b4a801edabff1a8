import { describe, expect, it, vi } from "vitest";
import { ariaKeys, drawnKeys, keysOf } from "./keys.ts";
import { PAGE_LAYER, shortcutRegistry, type Shortcut } from "./shortcut-registry.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const shortcut = (keys: string, over: Partial<Shortcut> = {}): Shortcut => ({
  keys,
  words: () => keys,
  run: vi.fn(),
  layer: PAGE_LAYER,
  everywhere: false,
  ...over,
});

const atRest = { typing: false, bareAllowed: true };

describe("the notation of keys", () => {
  it("calls Ctrl on Windows and ⌘ on a Mac by one name", () => {
    expect(keysOf(press("k", { ctrlKey: true }), false)).toBe("mod+k");
    expect(keysOf(press("k", { metaKey: true }), true)).toBe("mod+k");
  });

  it("does not take Ctrl-K on a Mac for ⌘K", () => {
    expect(keysOf(press("k", { ctrlKey: true }), true)).toBe("other+k");
  });

  it("names a shifted letter but not the shift that a question mark needs", () => {
    expect(keysOf(press("A", { shiftKey: true }), false)).toBe("shift+a");
    expect(keysOf(press("?", { shiftKey: true }), false)).toBe("?");
  });

  it("hears nothing while only a modifier is down", () => {
    expect(keysOf(press("Shift", { shiftKey: true }), false)).toBeUndefined();
  });

  it("draws ⌘K on a Mac and Ctrl K elsewhere", () => {
    expect(drawnKeys("mod+k", true)).toBe("⌘K");
    expect(drawnKeys("mod+k", false)).toBe("Ctrl K");
    expect(drawnKeys("enter", false)).toBe("↵");
    expect(ariaKeys("mod+shift+k", false)).toBe("Control+Shift+k");
  });
});

describe("the registry", () => {
  it("gives a key to whoever claimed it last, and back when they leave", () => {
    const registry = shortcutRegistry();
    const page = shortcut("a");
    const row = shortcut("a");
    registry.add(page);
    const leave = registry.add(row);
    expect(registry.find("a", atRest)).toBe(row);
    leave();
    expect(registry.find("a", atRest)).toBe(page);
  });

  it("hears no letters while somebody types, but hears what is heard everywhere", () => {
    const registry = shortcutRegistry();
    const palette = shortcut("mod+k", { everywhere: true });
    registry.add(shortcut("a"));
    registry.add(palette);
    expect(registry.find("a", { ...atRest, typing: true })).toBeUndefined();
    expect(registry.find("mod+k", { ...atRest, typing: true })).toBe(palette);
  });

  it("lets a dialog cover the page, and the page hear again when it closes", () => {
    const registry = shortcutRegistry();
    const page = shortcut("a");
    registry.add(page);
    const layer = registry.newLayer();
    const leave = registry.enter(layer);
    const inDialog = shortcut("enter", { layer });
    registry.add(inDialog);
    expect(registry.find("a", atRest)).toBeUndefined();
    expect(registry.find("enter", atRest)).toBe(inDialog);
    leave();
    expect(registry.find("a", atRest)).toBe(page);
    expect(registry.find("enter", atRest)).toBeUndefined();
  });

  it("does nothing on bare letters once they are switched off, but keeps the combinations", () => {
    const registry = shortcutRegistry();
    const palette = shortcut("mod+k");
    registry.add(shortcut("a"));
    registry.add(palette);
    expect(registry.find("a", { typing: false, bareAllowed: false })).toBeUndefined();
    expect(registry.find("mod+k", { typing: false, bareAllowed: false })).toBe(palette);
  });

  it("lists every key once, as it acts now", () => {
    const registry = shortcutRegistry();
    const newer = shortcut("a", { words: () => "newer" });
    registry.add(shortcut("a", { words: () => "older" }));
    registry.add(shortcut("r"));
    registry.add(newer);
    expect(registry.list().map((entry) => entry.keys)).toEqual(["r", "a"]);
    expect(registry.list().at(-1)).toBe(newer);
  });
});
