import type { NumberKind } from "./number-format.ts";

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
/** Day 0 of the system that most files count in; of 1904 in files that began on an old Macintosh. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** The system of 1900 knows a 29 February 1900, which there never was; days before it are counted one off. */
const FIRST_TRUE_DAY = 61;
/** 31 December 9999; what is larger is no date, whatever its format. */
const LAST_DAY = 2_958_465;
/** Numbers are kept with 15 digits; more are noise of binary fractions. */
const DIGITS = 15;
/** From here on digits are lost already; written in full they would look exact. */
const INEXACT_FROM = 1e15;

/** A number of a sheet as a person reads it there. What is no number comes back as it is. */
export function numberText(written: string, meant: NumberKind, from1904: boolean): string {
  const number = Number(written);
  if (written.trim() === "" || !Number.isFinite(number)) return written;
  switch (meant.kind) {
    case "date":
      return momentText(number + (from1904 ? DAYS_TO_1904 : 0)) ?? plain(number);
    case "time":
      return number >= 1 ? (momentText(number + (from1904 ? DAYS_TO_1904 : 0)) ?? plain(number)) : clockText(number);
    case "percent":
      return `${plain(number * 100)}%`;
    case "padded":
      return Number.isInteger(number) && number >= 0 ? plain(number).padStart(meant.digits, "0") : plain(number);
    case "number":
      return plain(number);
  }
}

function plain(number: number): string {
  if (Math.abs(number) >= INEXACT_FROM) return number.toExponential();
  if (Number.isInteger(number)) return String(number);
  const rounded = Number(number.toPrecision(DIGITS));
  // Small fractions would be written with an exponent, which no amount is.
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(20).replace(/0+$/, "") : String(rounded);
}

function momentText(serial: number): string | null {
  if (serial < 0 || serial >= LAST_DAY + 1) return null;
  const days = serial < FIRST_TRUE_DAY ? serial + 1 : serial;
  const seconds = Math.round((days * DAY_MS) / SECOND_MS);
  const moment = new Date(EPOCH_1900 + seconds * SECOND_MS).toISOString();
  const day = moment.slice(0, 10);
  const clock = moment.slice(11, 19);
  return clock === "00:00:00" ? day : `${day} ${clock}`;
}

function clockText(share: number): string {
  if (share < 0) return plain(share);
  const seconds = Math.round((share * DAY_MS) / SECOND_MS);
  return new Date(seconds * SECOND_MS).toISOString().slice(11, 19);
}
