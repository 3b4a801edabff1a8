import type { LeadHolder } from "@tongzhou/contract/lead-row";
import { Inbox } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";

/** Who has a lead: a person, or the pool it waits in. */
export function HolderName({ holder }: { holder: LeadHolder }) {
  const { t } = useTranslation("leads");
  if (holder.kind === "owner") return <span>{holder.name}</span>;
  return (
    <span className="row g6 ink2">
      <Icon of={Inbox} size={14} />
      <span className="ell">
        {t(`pool.${holder.pool}`)}
        {holder.teamName === null ? null : ` ${holder.teamName}`}
      </span>
    </span>
  );
}
