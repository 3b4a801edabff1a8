import { ChevronDown, ChevronUp, PanelRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { Kbd } from "../controls/Kbd.tsx";
import { useDocumentTitle } from "../hooks/useDocumentTitle.ts";
import { NARROW_QUERY, useMedia, usePhone } from "../hooks/useMedia.ts";
import { useShortcut } from "../keyboard/useShortcut.ts";
import { Dialog } from "../layers/Dialog.tsx";
import { Crumbs } from "../list/PageHead.tsx";
import { useNavigateTo } from "../navigation/navigate.ts";
import { Avatar } from "../signs/Avatar.tsx";
import styles from "./RecordLayout.module.css";
import { RecordPhone } from "./RecordPhone.tsx";
import type { Neighbours, RecordLayoutProps } from "./record-types.ts";

/** The bones of every record page: header, facts, timeline, rail; the rail becomes a drawer, the phone stacks tabs. */
export function RecordLayout(props: RecordLayoutProps) {
  useDocumentTitle(props.name);
  return usePhone() ? <RecordPhone {...props} /> : <RecordDesk {...props} />;
}

function RecordDesk(props: RecordLayoutProps) {
  const { crumbs, neighbours, name, avatar = true, beside, line, acts, below, facts, children, rail } = props;
  const isNarrow = useMedia(NARROW_QUERY);
  const [railOpen, setRailOpen] = useState(false);
  const { t } = useTranslation("ui");
  const railTitle = props.railTitle ?? props.phoneTabs.rail;
  return (
    <div className={styles.record}>
      <header className={styles.head}>
        <div className={styles.where}>
          <Crumbs crumbs={crumbs} />
          <span className="grow" />
          {neighbours === undefined ? null : <Neighbourhood neighbours={neighbours} />}
        </div>
        <div className={styles.who}>
          {avatar ? <Avatar name={name} size={40} /> : null}
          <div className="grow">
            <div className={styles.nameRow}>
              <h1 className={styles.name} title={name} dir="auto">
                {name}
              </h1>
              {beside}
            </div>
            {line === undefined ? null : <div className={styles.line}>{line}</div>}
          </div>
          <div className={styles.acts}>
            {acts}
            {isNarrow && rail !== undefined ? (
              <Button look="quiet" icon={PanelRight} label={railTitle} onClick={() => setRailOpen(true)} />
            ) : null}
          </div>
        </div>
        {below}
      </header>
      <div className={styles.columns}>
        <aside className={styles.facts} aria-label={props.phoneTabs.facts}>
          {facts}
        </aside>
        <div className={styles.centre}>{children}</div>
        {isNarrow || rail === undefined ? null : (
          <aside className={styles.rail} aria-label={railTitle}>
            {rail}
          </aside>
        )}
      </div>
      {railOpen && isNarrow ? (
        <Dialog look="panel" width={360} title={railTitle} onClose={() => setRailOpen(false)}>
          {rail}
        </Dialog>
      ) : null}
      <span className="unseen" aria-live="polite">
        {neighbours === undefined ? "" : t("recordOf", { at: neighbours.at, of: neighbours.of })}
      </span>
    </div>
  );
}

function Neighbourhood({ neighbours }: { neighbours: Neighbours }) {
  const { t } = useTranslation("ui");
  const { at, of, previous, next } = neighbours;
  const navigate = useNavigateTo();
  const goTo = (href: string | undefined) => () => href !== undefined && navigate.go(href);
  useShortcut({ keys: "k", words: t("previousRow"), run: goTo(previous), when: previous !== undefined });
  useShortcut({ keys: "j", words: t("nextRow"), run: goTo(next), when: next !== undefined });
  return (
    <span className={styles.neighbours}>
      {at} / {of}
      <Button
        size="tiny"
        look="quiet"
        icon={ChevronUp}
        label={t("previousRow")}
        href={previous}
        disabled={previous === undefined}
      />
      <Button
        size="tiny"
        look="quiet"
        icon={ChevronDown}
        label={t("nextRow")}
        href={next}
        disabled={next === undefined}
      />
      <Kbd keys="k" />
      <Kbd keys="j" />
    </span>
  );
}
