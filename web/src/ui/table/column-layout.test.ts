import fc from "fast-check";
import { expect, test } from "vitest";
import { movedColumn, NARROWEST_PX, readLayout, WIDEST_PX, writeLayout } from "./column-layout.ts";

const ids = fc.uniqueArray(fc.stringMatching(/^[a-zA-Z]{1,12}$/), { maxLength: 12 });

test("a layout is read as it was written", () => {
  fc.assert(
    fc.property(ids, fc.array(fc.integer({ min: NARROWEST_PX, max: WIDEST_PX })), (visible, px) => {
      const widths = Object.fromEntries(visible.flatMap((id, at) => (px[at] === undefined ? [] : [[id, px[at]]])));
      expect(readLayout(writeLayout({ visible, widths }))).toEqual({ visible, widths });
    }),
  );
});

test("a list without widths is a layout, too; a column that is named twice stands once; widths keep to their bounds", () => {
  expect(readLayout(["name", "account", "name"])).toEqual({ visible: ["name", "account"], widths: {} });
  expect(readLayout(["name@3", "account@9999"])).toEqual({
    visible: ["name", "account"],
    widths: { name: NARROWEST_PX, account: WIDEST_PX },
  });
});

test("a column is moved to another place, no further than the ends", () => {
  expect(movedColumn(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(movedColumn(["a", "b", "c"], 2, -1)).toEqual(["c", "a", "b"]);
  expect(movedColumn(["a", "b", "c"], 1, 9)).toEqual(["a", "c", "b"]);
});
