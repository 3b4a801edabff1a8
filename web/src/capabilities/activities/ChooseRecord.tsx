import { useQuery } from "@tanstack/react-query";
import type { ActivityObject } from "@tongzhou/contract/activities";
import { leads } from "@tongzhou/contract/leads";
import { search } from "@tongzhou/contract/search";
import { Building2, Handshake, UserPlus, Users, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useMay } from "../../platform/session/session.ts";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { MenuList, type MenuItem } from "../../ui/layers/MenuList.tsx";
import type { NotedRecord } from "./record-of-page.ts";

const SIGNS: Readonly<Record<ActivityObject, LucideIcon>> = {
  contact: Users,
  lead: UserPlus,
  account: Building2,
  opportunity: Handshake,
};
/** A lead's person is found as a contact; both in one list would look like the same line twice. */
const SEARCHED = "contact,account,opportunity";
const MOST_OPEN = 6;

export interface ChooseRecordProps {
  onChoose: (record: NotedRecord) => void;
  onClose: () => void;
}

/** With whom it was: the newest leads of whoever asks, or what the search finds. */
export function ChooseRecord({ onChoose, onClose }: ChooseRecordProps) {
  const { t } = useTranslation("activities");
  const [typed, setTyped] = useState("");
  const items = useRecords(typed.trim(), onChoose);
  return (
    <Dialog title={t("logWith")} onClose={onClose} look="high" width={480}>
      <div className="col g12">
        <div className="row">
          <ListSearch words={t("findRecord")} value={typed} onChange={setTyped} />
        </div>
        {items === undefined ? null : items.length === 0 ? (
          <p className="t13 ink2">{t(typed.trim() === "" ? "nothingOpen" : "nothingFound")}</p>
        ) : (
          <MenuList label={t("logWith")} items={items} onDone={() => undefined} />
        )}
      </div>
    </Dialog>
  );
}

/** Undefined while they are on the way. */
function useRecords(typed: string, onChoose: (record: NotedRecord) => void): MenuItem[] | undefined {
  const { t } = useTranslation("activities");
  const hasLeads = useMay("lead", "edit");
  const newest = useQuery({
    ...reading(leads.list, { query: { limit: MOST_OPEN } }),
    enabled: hasLeads && typed === "",
  });
  const found = useQuery({
    ...reading(search.find, { query: { text: typed, objects: SEARCHED } }),
    enabled: typed !== "",
  });
  const item = (object: ActivityObject, id: string, parts: readonly (string | null | undefined)[]): MenuItem => ({
    id: `${object}-${id}`,
    icon: SIGNS[object],
    words: parts.filter(Boolean).join(" · "),
    run: () => onChoose({ object, id }),
  });
  if (typed === "") {
    if (!hasLeads) return [];
    return newest.data?.rows.map(({ id, contact, account }) =>
      item("lead", id, [contact.name ?? contact.reachedBy?.value ?? t("nameless"), account?.name]),
    );
  }
  return found.data?.hits.flatMap(({ object, id, title, subtitle }) =>
    object === "campaign" ? [] : [item(object, id, [title ?? t("nameless"), subtitle])],
  );
}
