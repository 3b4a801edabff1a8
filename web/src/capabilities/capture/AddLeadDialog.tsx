import { campaigns } from "@tongzhou/contract/campaigns";
import { capture, type CaptureAnswer } from "@tongzhou/contract/capture";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldsOfDraft } from "../../platform/custom-fields/useFieldsOfDraft.tsx";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { isProblem } from "../../platform/http/problem-error.ts";
import { queryClient } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useMay, useSession } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { ProductLineField } from "../products/index.ts";
import { KnownCustomerNote } from "./KnownCustomerNote.tsx";
import styles from "./AddLeadDialog.module.css";
import { bodyOf, EMPTY_LEAD, identifiersOf, orNull, saysNobody, type LeadDraft } from "./lead-draft.ts";
import { useKnownCustomer } from "./useKnownCustomer.ts";
import { useOpenLeadPointer } from "./useOpenLeadPointer.tsx";

const WIDTH_PX = 520;

/** Types a lead in: who it is first, and while that is typed, whether they are here already. */
export function AddLeadDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("capture");
  const { t: shell } = useTranslation("shell");
  const takes = useTakesThemselves();
  const [draft, setDraft] = useState<LeadDraft>({ ...EMPTY_LEAD, mine: takes.byDefault });
  const [hasMore, setMore] = useState(false);
  const mayNameCampaign = useMay("campaign", "read");
  const known = useKnownCustomer(draft);
  const person = known?.contact ?? null;
  const create = useAct(capture.create);
  const added = useFieldsOfDraft("lead", create.error);
  const navigate = useNavigateTo();
  const set = (change: Partial<LeadDraft>) => setDraft({ ...draft, ...change });
  const wrong = (kind: "phone" | "email") => {
    const at = identifiersOf(draft).findIndex((each) => each.kind === kind);
    const said = at >= 0 && isProblem(create.error) ? create.error.field(`/identifiers/${at}`) : undefined;
    return said === undefined ? {} : { wrong: said };
  };
  const pointer = useOpenLeadPointer(create.error, onClose);
  const submit = () =>
    create.mutate(
      { body: { ...bodyOf(draft), custom: added.custom } },
      {
        onSuccess: ({ answer, operationId }) => {
          void queryClient.invalidateQueries();
          const name = person?.name ?? orNull(draft.name) ?? t("nameless");
          sayActed(t(`done.${answer.outcome}`, { name }), operationId);
          onClose();
          if (takes.maySee(answer, draft)) navigate.go(`/leads/${answer.leadId}`);
        },
      },
    );
  return (
    <FormDialog
      title={shell("begin.lead")}
      act={person === null ? t("save") : t("addTo", { name: person.name ?? t("nameless") })}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      failure={create.error}
      whyOff={saysNobody(draft) ? t("nobody") : added.missing}
      width={WIDTH_PX}
    >
      <div className={styles.pairs}>
        <TextField label={t("name")} value={draft.name} onChange={(name) => set({ name })} maxLength={200} />
        <TextField
          label={t("phone")}
          inputMode="tel"
          value={draft.phone}
          onChange={(phone) => set({ phone })}
          maxLength={200}
          {...wrong("phone")}
        />
        <TextField
          label={t("company")}
          value={draft.company}
          onChange={(company) => set({ company })}
          maxLength={200}
        />
        <TextField
          label={t("email")}
          inputMode="email"
          value={draft.email}
          onChange={(email) => set({ email })}
          maxLength={200}
          {...wrong("email")}
        />
      </div>
      <KnownCustomerNote known={known} onLeave={onClose} />
      <ProductLineField
        label={t("productLine")}
        clearable
        value={draft.productLineId}
        onChange={(productLineId) => set({ productLineId })}
      />
      {takes.mayChoose ? (
        <Segmented
          label={t("whose")}
          value={draft.mine ? "mine" : "rules"}
          onChange={(whose) => set({ mine: whose === "mine" })}
          options={[
            { value: "mine", words: t("mine") },
            { value: "rules", words: t("byRules") },
          ]}
        />
      ) : null}
      {added.inputs}
      {hasMore ? (
        <>
          {mayNameCampaign ? (
            <RecordField
              label={t("campaign")}
              clearable
              list={campaigns.list}
              optionOf={({ id, name }) => ({ value: id, words: name })}
              value={draft.campaignId}
              onChange={(campaignId) => set({ campaignId })}
            />
          ) : null}
          <TextField label={t("source")} value={draft.source} onChange={(source) => set({ source })} maxLength={120} />
          <LongTextField label={t("note")} value={draft.note} onChange={(note) => set({ note })} maxLength={2000} />
        </>
      ) : (
        <div>
          <Button look="quiet" size="small" onClick={() => setMore(true)}>
            {t(mayNameCampaign ? "more" : "moreWithoutCampaign")}
          </Button>
        </div>
      )}
      {pointer}
    </FormDialog>
  );
}

/** Whoever sells may keep what they type in; a rep does so unless they say otherwise. */
function useTakesThemselves() {
  const { grants } = useSession();
  const scopeOf = (object: string, action: string) =>
    grants.find((grant) => grant.object === object && grant.action === action)?.scope ?? "none";
  const mayChoose = useMay("opportunity", "create");
  return {
    mayChoose,
    byDefault: mayChoose && scopeOf("lead", "create") === "own",
    /** Whether the page of the lead opens for them. */
    maySee: ({ outcome }: CaptureAnswer, { mine }: LeadDraft) =>
      scopeOf("lead", "read") === "all" || (mine && outcome === "opened"),
  };
}
