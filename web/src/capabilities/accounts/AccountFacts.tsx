import { accounts, SIZE_BANDS, TREE_PLACES, type Account } from "@tongzhou/contract/accounts";
import { enrichment } from "@tongzhou/contract/enrichment";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { choiceKind, editableFact, longKind, textKind, type FactKind } from "../../platform/record/editable-fact.tsx";
import { useChange } from "../../platform/record/use-change.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import type { Fact } from "../../ui/record/fact-types.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { FactList } from "../../ui/record/FactList.tsx";

const FIELDS = [
  "name",
  "treePlace",
  "industryCode",
  "sizeBand",
  "regionCode",
  "tier",
  "website",
  "address",
  "note",
] as const;
type Field = (typeof FIELDS)[number];

export interface AccountFactsProps {
  account: Account;
  title: string;
  /** On the record of somebody who works there: only what tells who they are. */
  short?: boolean;
  /** What stands beside a fact: where it came from. */
  besideFact?: (field: string) => ReactNode;
}

/** What a family has no use for is not asked of it. */
const OF_HOUSEHOLD: readonly Field[] = ["name", "regionCode", "address", "tier", "note"];

/** A field that somebody writes no longer stands as a source said. */
const STALE = [accounts.show, accounts.list, enrichment.ofAccount];

const SHORT: readonly Field[] = ["industryCode", "sizeBand", "regionCode", "tier"];

/** What is known of a company or household; edited where it stands. */
export function AccountFacts({ account, title, short = false, besideFact }: AccountFactsProps) {
  const { t } = useTranslation("accounts");
  const regions = useRegions();
  const codes = useCodeWords();
  const { change, when, nobody } = useChange(accounts.edit, { accountId: account.id }, STALE);
  const sizes = SIZE_BANDS.map((value) => ({ value, words: t(`size.${value}`) }));
  const places = TREE_PLACES.map((value) => ({ value, words: t(`place.${value}`) }));
  const kinds: Partial<Record<Field, FactKind<string>>> = {
    industryCode: choiceKind(
      codes.options("industry", ...(account.industryCode === null ? [] : [account.industryCode])),
      true,
    ),
    treePlace: choiceKind(places, true),
    sizeBand: choiceKind(sizes, true),
    regionCode: choiceKind(regions.options, true),
    note: longKind,
    address: longKind,
  };
  const show = (field: Field, value: string): string => {
    if (field === "industryCode") return codes.name("industry", value);
    if (field === "regionCode") return regions.name(value);
    if (field === "treePlace") return places.find((place) => place.value === value)?.words ?? value;
    if (field === "sizeBand") return sizes.find((size) => size.value === value)?.words ?? value;
    return value;
  };
  const inherited = (field: Field): Fact | undefined => {
    const above = field === "industryCode" || field === "tier" ? account.inherited[field] : null;
    if (account[field] !== null || above === null) return undefined;
    return { id: field, label: "", shown: show(field, above.value), beside: <From from={above.from} /> };
  };
  const follows = (field: Field): Fact | undefined =>
    field !== "treePlace" || account.treePlace !== null || account.place === null
      ? undefined
      : { id: field, label: "", shown: show(field, account.place), beside: t("placeFollows") };
  const fact = (field: Field): Fact => {
    const { shown, beside } = inherited(field) ?? follows(field) ?? {};
    if (shown === undefined) return { ...own(field), beside: besideFact?.(field) };
    return { ...own(field), shown, beside: <span className="ink3">{beside}</span> };
  };
  const own = (field: Field): Fact =>
    editableFact<string>({
      id: field,
      label: t(`field.${field}`),
      value: account[field],
      kind: kinds[field] ?? textKind,
      show: (value) => show(field, value),
      when,
      nobody,
      save: account.mayEdit
        ? (from, to) => change(t("changed", { field: t(`field.${field}`) }), { [field]: { from, to } })
        : undefined,
    });
  const code: Fact[] =
    account.creditCode === null || short
      ? []
      : [
          {
            id: "creditCode",
            label: t("field.creditCode"),
            shown: account.creditCode,
            beside: besideFact?.("creditCode"),
          },
        ];
  const fields = short ? SHORT : account.kind === "household" ? OF_HOUSEHOLD : FIELDS;
  return <FactList title={title} facts={[...fields.map(fact), ...code]} />;
}

/** Where an inherited fact is from. */
function From({ from }: { from: { id: string; name: string | null } }) {
  const { t } = useTranslation("accounts");
  if (from.name === null) return <>{t("inherited")}</>;
  return (
    <Anchor className="link" href={`/accounts/${from.id}`}>
      {t("inheritedFrom", { from: from.name })}
    </Anchor>
  );
}
