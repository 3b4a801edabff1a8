import { expect, it } from "vitest";
import { readBirthDate } from "./read-birth-date.ts";

it.each([
  ["19850312", "19850312"],
  ["1985-03-12", "19850312"],
  ["1985/3/12 00:00", "19850312"],
  ["1985年3月12日", "19850312"],
  ["１９８５．３．１２", "19850312"],
  ["3/12/1985", "19850312"],
  ["19851712", "19851712"],
  ["1985", null],
  ["unknown", null],
  ["", null],
])("reads %j as %s", (text, day) => {
  expect(readBirthDate(text)).toBe(day);
});
