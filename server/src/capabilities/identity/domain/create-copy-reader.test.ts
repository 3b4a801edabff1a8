import fc from "fast-check";
import { expect, test } from "vitest";
import { createCopyReader, type CopiedContact } from "./create-copy-reader.ts";

const text = fc.string({ unit: fc.constantFrom("王", "a", "\\", "\t", "\n", "\r", "\u{1F600}", " ") });
const contact = fc.record({
  id: fc.uuid(),
  name: fc.option(text),
  regionCode: fc.option(fc.constantFrom("320100", "110000")),
  companies: fc.array(
    text.filter((each) => each !== ""),
    { maxLength: 3 },
  ),
  identifiers: fc.array(fc.record({ kind: fc.constantFrom("phone", "email"), value: text }), { maxLength: 3 }),
});

/** As PostgreSQL writes it, by the table of its manual for the text of COPY. */
function copied(value: string | null): string {
  if (value === null) return "\\N";
  return value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}

const line = ({ id, name, regionCode, companies, identifiers }: CopiedContact): string =>
  [
    id,
    copied(name),
    copied(regionCode),
    copied(companies.length === 0 ? null : companies.join("\u001e")),
    copied(
      identifiers.length === 0 ? null : identifiers.map(({ kind, value }) => `${kind}\u001f${value}`).join("\u001e"),
    ),
  ].join("\t");

test("reads what was written, wherever the pieces end", () => {
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (contacts, size) => {
      const bytes = new TextEncoder().encode(contacts.map((each) => `${line(each)}\n`).join(""));
      const read: CopiedContact[] = [];
      const take = createCopyReader((each) => read.push(each));
      for (let at = 0; at < bytes.length; at += size) take(bytes.slice(at, at + size));
      expect(read).toEqual(contacts);
    }),
  );
});
