import { useQuery } from "@tanstack/react-query";
import { identity, type PastMerge } from "@tongzhou/contract/identity";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { hrefOf, type MergedObject, type MergedRecord } from "./merged-record.ts";
import { UnmergeRecord } from "./UnmergeRecord.tsx";

/** The records that go on as this one; nothing when there are none. */
export function MergedRecords({ object, recordId }: MergedRecord) {
  const { t } = useTranslation("identity");
  const ofContact = useQuery({
    ...reading(identity.listMerges, { params: { contactId: recordId } }),
    enabled: object === "contact",
  });
  const ofAccount = useQuery({
    ...reading(identity.listAccountMerges, { params: { accountId: recordId } }),
    enabled: object === "account",
  });
  const read = object === "contact" ? ofContact : ofAccount;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined || read.data.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("mergedFrom")} note={read.data.length} />
      {read.data.map((merge) => (
        <OneMerged key={merge.recordId} object={object} merge={merge} />
      ))}
    </section>
  );
}

function OneMerged({ object, merge }: { object: MergedObject; merge: PastMerge }) {
  const { recordId, name, at, by } = merge;
  const { t } = useTranslation("identity");
  const format = useFormat();
  return (
    <div className="row g8 t13" style={{ padding: "6px 0" }}>
      <Anchor href={hrefOf({ object, recordId })} className="link ell">
        {name ?? t("nameless")}
      </Anchor>
      <span className="grow ink3 t12 ell">{[format.day(at), by?.name].filter(Boolean).join(" · ")}</span>
      <UnmergeRecord object={object} recordId={recordId} name={name} />
    </div>
  );
}
