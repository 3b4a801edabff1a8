import { useQuery } from "@tanstack/react-query";
import { search } from "@tongzhou/contract/search";
import { Building2, Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { MenuList } from "../../ui/layers/MenuList.tsx";
import type { MergedRecord } from "./merged-record.ts";

export interface ChooseTwinProps extends MergedRecord {
  onChoose: (twinId: string) => void;
  onClose: () => void;
}

/** With what: found by name, pinyin, number, mailbox or credit code. */
export function ChooseTwin({ object, recordId, onChoose, onClose }: ChooseTwinProps) {
  const { t } = useTranslation("identity");
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const found = useQuery({
    ...reading(search.find, { query: { text, objects: object } }),
    enabled: text !== "",
  });
  const hits = found.data?.hits.filter(({ id }) => id !== recordId);
  return (
    <Dialog title={t(`${object}.mergeWith`)} onClose={onClose} look="high" width={480}>
      <div className="col g12">
        <div className="row">
          <ListSearch words={t(`${object}.findTwin`)} value={typed} onChange={setTyped} />
        </div>
        {text === "" ? <p className="t13 ink2">{t(`${object}.findTwinWhy`)}</p> : null}
        {hits?.length === 0 ? <p className="t13 ink2">{t(`${object}.nobodyFound`)}</p> : null}
        {hits === undefined || hits.length === 0 ? null : (
          <MenuList
            label={t(`${object}.mergeWith`)}
            items={hits.map(({ id, title, subtitle }) => ({
              id,
              icon: object === "contact" ? Users : Building2,
              words: [title ?? t("nameless"), subtitle].filter(Boolean).join(" · "),
              run: () => onChoose(id),
            }))}
            onDone={() => undefined}
          />
        )}
      </div>
    </Dialog>
  );
}
