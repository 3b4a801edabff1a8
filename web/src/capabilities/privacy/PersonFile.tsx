import { useQuery } from "@tanstack/react-query";
import { PrivacyAsker, privacy, type PrivacyPreview } from "@tongzhou/contract/privacy";
import { Download, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { DateField } from "../../ui/fields/DateField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable } from "../../ui/table/PlainTable.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { saveExport } from "./save-export.ts";

/** `2025-11-21T01:24`: a file is read years later, so that it says no "today". */
const MINUTE_LETTERS = "2025-11-21T01:24".length;

/** What is held about somebody, and the two things they may ask for. */
export function PersonFile({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const { t } = useTranslation("privacy");
  const read = useQuery(reading(privacy.previewPerson, { params: { contactId } }));
  if (read.isPending) return <SkeletonRows rows={6} height={40} />;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <section className="col g16" style={{ maxWidth: "720px" }}>
      <SectionHead title={t("heldOf", { name: read.data.name ?? t("nameless") })} />
      <PlainTable
        label={t("whatWeHold")}
        rows={read.data.held}
        rowId={({ what }) => what}
        columns={[
          { id: "what", head: t("heldHead"), cell: ({ what }) => t(`held.${what}` as "held.contacts") },
          { id: "count", head: t("countHead"), width: 56, align: "end", cell: ({ count }) => count },
          { id: "erased", head: t("erasedHead"), cell: ({ removed }) => t(removed ? "isRemoved" : "isEmptied") },
        ]}
      />
      <Answering preview={read.data} onDone={onDone} />
    </section>
  );
}

function Answering({ preview, onDone }: { preview: PrivacyPreview; onDone: () => void }) {
  const { t, i18n } = useTranslation("privacy");
  const [askedBy, setAskedBy] = useState<PrivacyAsker>("person");
  const [askedOn, setAskedOn] = useState<string>();
  const [isErasing, setErasing] = useState(false);
  const handOut = useAct(privacy.exportPerson);
  const asked = askedOn === undefined ? undefined : { askedBy, askedOn };
  const whyOff = asked === undefined ? t("lacks.askedOn") : undefined;
  const run = () => {
    if (asked === undefined) return;
    handOut.mutate(
      { params: { contactId: preview.contactId }, body: asked },
      {
        onSuccess({ answer }) {
          const words = (key: string) => (i18n.exists(`privacy:${key}`) ? String(i18n.t(`privacy:${key}`)) : key);
          saveExport(answer, {
            title: t("exportOf", { name: preview.name ?? t("nameless") }),
            words,
            moment: (at) => `${at.slice(0, MINUTE_LETTERS).replace("T", " ")} UTC`,
          });
          void forget(privacy.listRequests);
          sayDone(t("handedOut"));
        },
      },
    );
  };
  return (
    <div className="col g16">
      <div className="col g8">
        <span className="t12 ink3" aria-hidden>
          {t("askedBy")}
        </span>
        <Choices
          label={t("askedBy")}
          value={askedBy}
          onChange={setAskedBy}
          options={PrivacyAsker.options.map((value) => ({ value, words: t(`asker.${value}`) }))}
        />
      </div>
      <div style={{ maxWidth: "240px" }}>
        <DateField label={t("askedOn")} value={askedOn} onChange={setAskedOn} />
      </div>
      <div className="row g8 wrap">
        <Button icon={Download} whyOff={whyOff} busy={handOut.isPending} onClick={run}>
          {t("handOut")}
        </Button>
        <Button icon={Trash2} look="danger" whyOff={whyOff} onClick={() => setErasing(true)}>
          {t("erase")}
        </Button>
        {whyOff === undefined ? null : <span className="t12 ink3">{whyOff}</span>}
      </div>
      <FailureNote failure={handOut.error} />
      {isErasing && asked !== undefined ? (
        <EraseDialog preview={preview} asked={asked} onErased={onDone} onClose={() => setErasing(false)} />
      ) : null}
    </div>
  );
}
