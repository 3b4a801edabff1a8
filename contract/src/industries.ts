/** The sections of GB/T 4754, each with its first and last division. */
export const INDUSTRY_SECTIONS = [
  { code: "A", from: 1, to: 5 },
  { code: "B", from: 6, to: 12 },
  { code: "C", from: 13, to: 43 },
  { code: "D", from: 44, to: 46 },
  { code: "E", from: 47, to: 50 },
  { code: "F", from: 51, to: 52 },
  { code: "G", from: 53, to: 60 },
  { code: "H", from: 61, to: 62 },
  { code: "I", from: 63, to: 65 },
  { code: "J", from: 66, to: 69 },
  { code: "K", from: 70, to: 70 },
  { code: "L", from: 71, to: 72 },
  { code: "M", from: 73, to: 75 },
  { code: "N", from: 76, to: 79 },
  { code: "O", from: 80, to: 82 },
  { code: "P", from: 83, to: 83 },
  { code: "Q", from: 84, to: 85 },
  { code: "R", from: 86, to: 90 },
  { code: "S", from: 91, to: 96 },
  { code: "T", from: 97, to: 97 },
] as const;

/** `C2614`, `2614`, `26`: the division that a code lies in; undefined for a section alone and for what is no code. */
export const divisionOf = (code: string): string | undefined => /^[A-T]?(\d{2})\d{0,2}$/.exec(code)?.[1];

/** `C`, `C26`, `2614`: the section that a code lies in; undefined for what is no code. */
export function sectionOf(code: string): string | undefined {
  const division = divisionOf(code);
  return INDUSTRY_SECTIONS.find((section) =>
    division === undefined ? section.code === code : section.from <= Number(division) && Number(division) <= section.to,
  )?.code;
}
