import fc from "fast-check";
import { expect, it } from "vitest";
import { cutOrganisationLine } from "./cut-organisation-line.ts";

it.each([
  ["Dept. of Physics, Univ. of Athens, Athens, Greece; e-mail: a@b.gr", ["univ. of athens"], ["athens", "greece"]],
  ["Acme Co., Ltd", ["acme co ltd"], []],
  ["Acme Trading, 12 Main Street, Leeds LS1, UK", ["acme trading"], ["uk"]],
  ["AT & T Labs -- Research, Florham Park, NJ", ["att labs"], ["florham park", "nj"]],
  [
    "Institute of Physics, Academia Sinica, Taipei and Department of History, Boston University, Boston",
    ["academia sinica", "boston university"],
    ["taipei", "boston"],
  ],
  ["Research Center, Bell Laboratories, Murray Hill", ["research center", "bell laboratories"], ["murray hill"]],
  ["Department of Computer Science", ["department of computer science"], []],
  ["Indian Institute of Technology, Bombay", ["indian institute of technology"], ["bombay"]],
  ["上海同舟信息科技有限公司，浦东", ["上海同舟信息科技有限公司，浦东"], []],
  [", ;", [], []],
])("cuts %j", (line, names, places) => {
  expect(cutOrganisationLine(line)).toEqual({ names, places });
});

it("never throws, and finds a name in whatever has a letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[a-z]{4,9}$/), (noise, word) => {
      cutOrganisationLine(noise);
      expect(cutOrganisationLine(`${word}, Leeds`).names.length).toBeGreaterThan(0);
    }),
  );
});
