import { useQuery } from "@tanstack/react-query";
import { rights } from "@tongzhou/contract/rights";
import { Check, Ellipsis, PieChart, UserPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { usePeople } from "../people/index.ts";
import { follows, rightLines, sees, type RightLine } from "./right-lines.ts";
import styles from "./Rights.module.css";
import { useCredit } from "./useCredit.ts";
import { useTakeRight } from "./useTakeRight.ts";

const GiveRightDialog = lazy(async () => ({ default: (await import("./GiveRightDialog.tsx")).GiveRightDialog }));

const CreditDialog = lazy(async () => ({ default: (await import("./CreditDialog.tsx")).CreditDialog }));

type Asked = { line: RightLine | undefined };

/** Who may do what with an account, and where each right comes from (R-ACC-1). */
export function RightsOfAccount({ accountId }: { accountId: string }) {
  const { t } = useTranslation("rights");
  const read = useQuery(reading(rights.show, { params: { accountId } })).data;
  const [asked, setAsked] = useState<Asked>();
  const columns = useColumns(accountId, read?.mayGive === true, (line) => setAsked({ line }));
  const credit = useCredit({ object: "account", id: accountId });
  const [isSharing, setSharing] = useState(false);
  if (read === undefined) return null;
  const lines = rightLines(read, credit?.shares);
  return (
    <section className={styles.section} aria-label={t("title")}>
      <SectionHead
        title={t("title")}
        note={t("note")}
        end={
          <>
            {credit?.mayGive === true ? (
              <Button size="small" icon={PieChart} onClick={() => setSharing(true)}>
                {t("credit.title")}
              </Button>
            ) : null}
            {read.mayGive ? (
              <Button size="small" icon={UserPlus} onClick={() => setAsked({ line: undefined })}>
                {t("add")}
              </Button>
            ) : null}
          </>
        }
      />
      {lines.length === 0 ? (
        <p className="t13 ink3">{t("nobody")}</p>
      ) : (
        <PlainTable label={t("title")} columns={columns} rows={lines} rowId={({ id }) => id} />
      )}
      {read.territories.length === 0 ? null : (
        <p className={styles.legend}>
          {t("territory.around", {
            which: read.territories.map((each) => t("territory.with", each)).join(t("comma")),
          })}
        </p>
      )}
      <p className={styles.legend}>
        {(["view", "follow", "collaborate"] as const).map((each) => (
          <span key={each}>
            <b>{t(each)}</b> {t(`means.${each}`)}
          </span>
        ))}
      </p>
      {isSharing && credit !== undefined ? (
        <Suspense fallback={null}>
          <CreditDialog
            target={{ object: "account", id: accountId }}
            credit={credit}
            ownerId={read.owner?.personId}
            onClose={() => setSharing(false)}
          />
        </Suspense>
      ) : null}
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <GiveRightDialog accountId={accountId} {...asked} lines={lines} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

function useColumns(
  accountId: string,
  mayGive: boolean,
  onChange: (line: RightLine) => void,
): PlainColumn<RightLine>[] {
  const { t } = useTranslation("rights");
  return [
    { id: "who", head: t("who"), cell: who },
    { id: "view", head: t("view"), width: 56, cell: (line) => tick(sees(line), t("view"), t("not")) },
    { id: "follow", head: t("follow"), width: 56, cell: (line) => tick(follows(line), t("follow"), t("not")) },
    { id: "collaborate", head: t("collaborate"), width: 168, wraps: true, cell: namedDeals },
    { id: "percent", head: t("credit.title"), width: 72, align: "end", notOnPhone: true, cell: percentOf },
    { id: "from", head: t("from"), width: 176, wraps: true, notOnPhone: true, cell: from },
    ...(mayGive
      ? [
          {
            id: "acts",
            head: <span className="unseen">{t("acts")}</span>,
            width: 36,
            cell: (line: RightLine) => acts(line, accountId, () => onChange(line)),
          },
        ]
      : []),
  ];
}

const percentOf = (line: RightLine) => <Percent line={line} />;
const who = (line: RightLine) => <Who line={line} />;
const namedDeals = (line: RightLine) => <Deals line={line} />;
const from = (line: RightLine) => <From line={line} />;
const acts = (line: RightLine, accountId: string, onChange: () => void) => (
  <Acts line={line} accountId={accountId} onChange={onChange} />
);
const tick = (on: boolean, words: string, not: string) => <Tick on={on} words={words} not={not} />;

/** Nothing is taken from the owner; what comes from above is changed here, or taken away there. */
function Acts({ line, accountId, onChange }: { line: RightLine; accountId: string; onChange: () => void }) {
  const { t } = useTranslation("rights");
  const itemsFor = useTakeRight(accountId);
  const isOwner = line.owner?.from === null;
  const items = [...(isOwner ? [] : [{ id: "change", words: t("change"), run: onChange }]), ...itemsFor(line)];
  if (items.length === 0) return null;
  return (
    <Menu
      label={line.name}
      items={items}
      renderOpener={(opener) => (
        <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("actsOf", { name: line.name })} />
      )}
    />
  );
}

function Who({ line: { name, kind, owner, given } }: { line: RightLine }) {
  const { t } = useTranslation("rights");
  const tags = [
    owner === undefined ? null : t("owner"),
    kind === "team" ? t("team") : null,
    given?.part ?? null,
    given?.level === "none" ? t("keptAway") : null,
  ].filter((tag) => tag !== null);
  return (
    <span className={styles.who}>
      <b>{name}</b>
      {tags.length === 0 ? null : <span className="t12 ink3">{tags.join(" · ")}</span>}
    </span>
  );
}

function Tick({ on, words, not }: { on: boolean; words: string; not: string }) {
  return on ? (
    <span className={styles.tick}>
      <Icon of={Check} size={16} />
      <span className="unseen">{words}</span>
    </span>
  ) : (
    <span className="ink3">
      <span aria-hidden>—</span>
      <span className="unseen">{not}</span>
    </span>
  );
}

function Deals({ line: { deals } }: { line: RightLine }) {
  const { t } = useTranslation("rights");
  if (deals.length === 0) return <Tick on={false} words={t("collaborate")} not={t("not")} />;
  return (
    <span className={styles.deals}>
      {deals.map(({ id, name }) => (
        <Anchor key={id} className="link" href={`/opportunities/${id}`}>
          {name}
        </Anchor>
      ))}
    </span>
  );
}

function Percent({ line: { percent } }: { line: RightLine }) {
  const { t } = useTranslation("rights");
  if (percent === undefined) return <Tick on={false} words={t("credit.title")} not={t("not")} />;
  return t("credit.percent", { percent });
}

/** Where a right comes from, in words. */
function From({ line: { owner, given, deals } }: { line: RightLine }) {
  const { t } = useTranslation("rights");
  const format = useFormat();
  const { nameOf } = usePeople();
  const above = owner?.from ?? given?.from ?? null;
  const parts = [above === null ? null : t("inherits", { name: above.name ?? t("outOfReach") })];
  if (owner !== undefined && above === null) parts.push(t("byOwning"));
  else if (owner === undefined && given === undefined) parts.push(deals.length > 0 ? t("byHelping") : t("byShare"));
  else if (owner === undefined && given !== undefined) {
    const by = nameOf(given.givenById);
    const day = format.day(given.since);
    parts.push(by === undefined ? t("since", { day }) : t("givenBy", { name: by, day }));
  }
  return <span className="t12 ink3">{parts.filter((part) => part !== null).join(" · ")}</span>;
}
