import { useQuery } from "@tanstack/react-query";
import { leads, type OwnerLoad } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import styles from "./LeadToday.module.css";

/** More people than this are found in the list of leads. */
const MOST = 12;
const IN_HAND = ["qualifying", "assigned", "sql"];

const listOf = (ownerId: string, stages: readonly string[], sort?: string): string =>
  hrefOf("/leads", {
    view: "all",
    filter: {
      combinator: "and",
      rules: [
        { field: "lead.owner", operator: "is", value: ownerId },
        { field: "lead.stage", operator: "any_of", value: stages },
      ],
    },
    ...(sort === undefined ? {} : { sort }),
  });

/** What each of the viewer's people has in hand, and how many wait for an answer; who is late stands first. */
export function TeamLoad() {
  const { t } = useTranslation("leads");
  const isPhone = usePhone();
  const { data } = useQuery(reading(leads.teamLoad));
  if (data === undefined || (isPhone && data.length === 0)) return null;
  const most = Math.max(1, ...data.map(({ open }) => open));
  return (
    <section className={styles.block}>
      <SectionHead title={t("teamLoad")} end={data.length === 0 ? undefined : t("teamLoadHead")} />
      {data.length === 0 ? <p className="t13 ink2">{t("teamLoadNone")}</p> : null}
      <div className={styles.lines}>
        {data.slice(0, MOST).map((load) => (
          <OneLoad key={load.ownerId} load={load} most={most} />
        ))}
      </div>
    </section>
  );
}

function OneLoad({ load, most }: { load: OwnerLoad; most: number }) {
  const { t } = useTranslation("leads");
  const { ownerId, ownerName, open, waiting, late } = load;
  return (
    <div className={`t13 ${styles.load}`}>
      <span className="ell" title={ownerName}>
        {ownerName}
      </span>
      <Meter look="bar" share={open / most} label={t("openOf", { name: ownerName, count: open })} />
      <Figure href={listOf(ownerId, IN_HAND)} opens={t("openOf", { name: ownerName, count: open })}>
        {open}
      </Figure>
      <span className={styles.number}>
        <Figure
          zero={waiting === 0}
          href={listOf(ownerId, ["assigned"], "clock")}
          opens={t("waitingOf", { name: ownerName, count: waiting })}
        >
          {waiting}
        </Figure>
        {late === 0 ? null : <span className="red t12 nw">{t("lateOf", { count: late })}</span>}
      </span>
    </div>
  );
}
