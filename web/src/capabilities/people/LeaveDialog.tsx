import { useQuery } from "@tanstack/react-query";
import { leads, type HandOverPreview } from "@tongzhou/contract/leads";
import { people, type Person } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { act } from "../../platform/http/call.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useMay } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { usePeople } from "./usePeople.ts";

const KINDS = ["leads", "opportunities", "accounts", "contacts", "campaigns", "rights"] as const;

const sumOf = (held: HandOverPreview): number => KINDS.reduce((sum, kind) => sum + held[kind], 0);

/** Somebody leaves: how much they own, who takes it over, and what happens to their account. */
export function LeaveDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const { options, nameOf } = usePeople();
  const mayGive = useMay("lead", "assign");
  const [toId, setToId] = useState<string>();
  const { name, id: personId } = person;
  const read = useQuery({ ...reading(leads.previewHandOver, { params: { personId } }), enabled: mayGive });
  const held = read.data;
  const count = held === undefined ? 0 : sumOf(held);
  const leave = async () => {
    const given =
      toId === undefined || count === 0 ? undefined : await act(leads.handOver, { body: { fromId: personId, toId } });
    const { operationId } = await act(people.deactivate, { params: { personId } });
    await forget(people.list, people.directory, roles.list);
    // One word for both, and what it takes back is the larger act: whoever left is brought back by name.
    if (given === undefined) sayActed(t("deactivated", { name }), operationId);
    else sayActed(t("handingOver", { count, leaver: name, name: nameOf(toId) ?? "" }), given.operationId);
  };
  return (
    <ConfirmConsequence
      title={t("asks.leave.title", { name })}
      keep={t("asks.leave.keep")}
      act={toId === undefined || count === 0 ? t("asks.leave.act") : t("leaveAndGive", { count })}
      onAct={leave}
      onClose={onClose}
      sayFailure={(failure) => sayFailure(shell, failure)}
    >
      <div className="col g16">
        <p>{t("asks.leave.means", { name })}</p>
        {mayGive && read.isPending ? <SkeletonRows rows={2} height={24} /> : null}
        {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
        {held === undefined ? null : (
          <p className="quoted t13">
            {count === 0
              ? t("ownsNothing", { name })
              : KINDS.filter((kind) => held[kind] > 0)
                  .map((kind) => t(`owns.${kind}`, { count: held[kind] }))
                  .join(t("comma"))}
          </p>
        )}
        {count === 0 ? null : (
          <SelectField
            label={t("takesOver")}
            hint={t("takesOverHint")}
            value={toId}
            onChange={setToId}
            clearable
            options={options.filter(({ value }) => value !== personId)}
          />
        )}
      </div>
    </ConfirmConsequence>
  );
}
