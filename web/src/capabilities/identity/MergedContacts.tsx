import { useQuery } from "@tanstack/react-query";
import { identity, type PastMerge } from "@tongzhou/contract/identity";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { UnmergeContact } from "./UnmergeContact.tsx";

/** The records that go on as this person; nothing when there are none. */
export function MergedContacts({ contactId }: { contactId: string }) {
  const { t } = useTranslation("identity");
  const read = useQuery(reading(identity.listMerges, { params: { contactId } }));
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined || read.data.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("mergedFrom")} note={read.data.length} />
      {read.data.map((merge) => (
        <OneMerged key={merge.contactId} merge={merge} />
      ))}
    </section>
  );
}

function OneMerged({ merge: { contactId, name, at, by } }: { merge: PastMerge }) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  return (
    <div className="row g8 t13" style={{ padding: "6px 0" }}>
      <Anchor href={`/contacts/${contactId}`} className="link ell">
        {name ?? t("nameless")}
      </Anchor>
      <span className="grow ink3 t12 ell">{[format.day(at), by?.name].filter(Boolean).join(" · ")}</span>
      <UnmergeContact contactId={contactId} name={name} />
    </div>
  );
}
