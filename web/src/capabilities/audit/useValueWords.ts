import type { AuditValue } from "@tongzhou/contract/audit";
import { useTranslation } from "react-i18next";
import { codeKindOf, useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

/** `2025-11-20 08:00:00.123+00`, as PostgreSQL writes an instant. */
const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}$/;
const AMOUNTS: ReadonlySet<string> = new Set(["amount", "budget_amount"]);

/** A stored value as people write it: instants, days, amounts, regions and words of the trade; undefined for nothing. */
export function useValueWords(): (column: string, value: AuditValue | null, currency?: string) => string | undefined {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const regions = useRegions();
  const codes = useCodeWords();
  return (column, value, currency) => {
    if (value === null) return undefined;
    if (value.value === null) return value.masked ? t("masked") : undefined;
    const text = value.label ?? value.value;
    const said = String(t(`values.${column}.${text.replaceAll(".", "_")}` as never, { defaultValue: "" } as never));
    if (said !== "") return said;
    if (value.label !== null || value.masked) return text;
    if (text === "t" || text === "true") return t("yes");
    if (text === "f" || text === "false") return t("no");
    if (ID.test(text)) return t("someRecord");
    const kind = codeKindOf(column);
    if (kind !== undefined) return codes.name(kind, text);
    if (column === "region_code") return regions.name(text);
    if (AMOUNTS.has(column)) return format.exactMoney(Number(text), currency);
    const instant = INSTANT.exec(text);
    if (instant !== null) return format.fullMoment(`${instant[1]}T${instant[2]}Z`);
    return DAY.test(text) ? format.day(`${text}T12:00:00Z`) : text;
  };
}
