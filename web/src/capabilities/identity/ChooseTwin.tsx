import { useQuery } from "@tanstack/react-query";
import { search } from "@tongzhou/contract/search";
import { Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { MenuList } from "../../ui/layers/MenuList.tsx";

export interface ChooseTwinProps {
  contactId: string;
  onChoose: (twinId: string) => void;
  onClose: () => void;
}

/** With whom: found by name, pinyin, number or mailbox. */
export function ChooseTwin({ contactId, onChoose, onClose }: ChooseTwinProps) {
  const { t } = useTranslation("identity");
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const found = useQuery({
    ...reading(search.find, { query: { text, objects: "contact" } }),
    enabled: text !== "",
  });
  const hits = found.data?.hits.filter(({ id }) => id !== contactId);
  return (
    <Dialog title={t("mergeWith")} onClose={onClose} look="high" width={480}>
      <div className="col g12">
        <div className="row">
          <ListSearch words={t("findTwin")} value={typed} onChange={setTyped} />
        </div>
        {text === "" ? <p className="t13 ink2">{t("findTwinWhy")}</p> : null}
        {hits?.length === 0 ? <p className="t13 ink2">{t("nobodyFound")}</p> : null}
        {hits === undefined || hits.length === 0 ? null : (
          <MenuList
            label={t("mergeWith")}
            items={hits.map(({ id, title, subtitle }) => ({
              id,
              icon: Users,
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
