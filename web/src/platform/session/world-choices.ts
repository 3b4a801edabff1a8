import type { SelectOption } from "../../ui/fields/SelectField.tsx";
import type { Language } from "../language/language.ts";

function nameOfZone(language: Language, timeZone: string, style: "longGeneric" | "shortOffset"): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style }).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** All time zones this browser knows, as people find them: by name, by city, by distance from UTC. */
export function timeZoneChoices(language: Language): SelectOption[] {
  return Intl.supportedValuesOf("timeZone").map((zone) => {
    const offset = nameOfZone("en", zone, "shortOffset").replace("GMT", "UTC");
    const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
    return { value: zone, words: `${nameOfZone(language, zone, "longGeneric")} · ${city} ${offset}` };
  });
}

/** All currencies, by name and code. */
export function currencyChoices(language: Language): SelectOption[] {
  const names = new Intl.DisplayNames(language, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    words: `${names.of(code) ?? code} ${code}`,
  }));
}
