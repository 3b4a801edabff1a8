import { useQuery } from "@tanstack/react-query";
import { opportunities } from "@tongzhou/contract/opportunities";
import { rights } from "@tongzhou/contract/rights";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Choices } from "../../ui/controls/Choices.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { forgetRights } from "./forget-rights.ts";
import type { RightLine } from "./right-lines.ts";
import { useHolders } from "./useHolders.ts";

const MOST_DEALS = 50;
const LONGEST_PART = 40;

type Wanted = "view" | "follow" | "collaborate" | "none";

export interface GiveRightDialogProps {
  accountId: string;
  /** Whose right is changed; undefined: somebody is added. */
  line: RightLine | undefined;
  lines: readonly RightLine[];
  onClose: () => void;
}

/** Gives a person or a team a right on an account, changes it, or keeps away here what was given above. */
export function GiveRightDialog({ accountId, line, lines, onClose }: GiveRightDialogProps) {
  const { t } = useTranslation("rights");
  const holders = useHolders();
  const [holderId, setHolder] = useState(line?.id);
  const [wanted, setWanted] = useState<Wanted>(line?.given?.level ?? "follow");
  const [part, setPart] = useState(line?.given?.part ?? "");
  const [dealId, setDeal] = useState<string>();
  const deals = useDeals(accountId);
  const set = useAct(rights.set);
  const change = useAct(rights.setCollaborators);
  const chosen = line ?? lines.find(({ id }) => id === holderId);
  const isTeam = line?.kind === "team" || holders.kindOf(holderId ?? "") === "team";
  const name = line?.name ?? holders.options.find(({ value }) => value === holderId)?.words ?? "";
  const done = (words: string) => ({
    onSuccess({ operationId }: { operationId: string | undefined }) {
      forgetRights();
      sayActed(words, operationId);
      onClose();
    },
  });
  const submit = () => {
    if (holderId === undefined) return;
    if (wanted === "collaborate") {
      if (dealId === undefined) return;
      const body = { add: [holderId], remove: [] };
      change.mutate({ params: { opportunityId: dealId }, body }, done(t("dealGiven", { name })));
      return;
    }
    const here = chosen?.given?.from === null ? chosen.given.level : null;
    const holder = { kind: isTeam ? ("team" as const) : ("person" as const), id: holderId };
    const body = { holder, level: { from: here, to: wanted }, part: part.trim() === "" ? null : part.trim() };
    set.mutate(
      { params: { accountId }, body },
      done(t(wanted === "none" ? "kept" : "given", { name, right: t(wanted) })),
    );
  };
  const inherits = chosen?.given !== undefined && (chosen.given.from !== null || chosen.given.level === "none");
  const offered: Wanted[] = ["view", "follow", ...(isTeam ? [] : (["collaborate"] as const))];
  return (
    <FormDialog
      title={line === undefined ? t("add") : t("changeOf", { name: line.name })}
      act={t(line === undefined ? "give" : "save")}
      onClose={onClose}
      onSubmit={submit}
      busy={set.isPending || change.isPending}
      failure={set.error ?? change.error}
      whyOff={
        holderId === undefined
          ? t("holderMissing")
          : wanted === "collaborate" && dealId === undefined
            ? t("dealMissing")
            : undefined
      }
    >
      {line === undefined ? (
        <SelectField
          label={t("who")}
          value={holderId}
          onChange={setHolder}
          options={holders.options.filter(({ value }) => !isTaken(lines, value))}
        />
      ) : null}
      <Choices
        label={t("right")}
        value={wanted}
        onChange={setWanted}
        options={[...offered, ...(inherits ? (["none"] as const) : [])].map((value) => ({
          value,
          words: t(value),
          meaning: t(`means.${value}`),
        }))}
      />
      {wanted === "collaborate" ? (
        <SelectField
          label={t("deal")}
          value={dealId}
          onChange={setDeal}
          options={deals.filter(({ value }) => !(chosen?.deals ?? []).some(({ id }) => id === value))}
          none={t("noDeals")}
        />
      ) : wanted === "none" ? null : (
        <TextField label={t("part")} hint={t("partHint")} value={part} onChange={setPart} maxLength={LONGEST_PART} />
      )}
    </FormDialog>
  );
}

/** Owners have everything, and who has something already is changed in their own line. */
const isTaken = (lines: readonly RightLine[], holderId: string): boolean =>
  lines.some(({ id, owner, given }) => id === holderId && (owner?.from === null || given?.from === null));

/** The deals of the account that may be named. */
function useDeals(accountId: string) {
  const rules = [{ field: "opportunity.account", operator: "is", value: accountId }];
  const filter = JSON.stringify({ combinator: "and", rules });
  const { data } = useQuery(reading(opportunities.list, { query: { filter, limit: MOST_DEALS } }));
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, words: name }));
}
