import { Bell as BellShape } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { Float } from "../../ui/layers/Float.tsx";
import styles from "./Bell.module.css";
import { useShellPieces } from "./shell-pieces.ts";
import type { ShellPieces } from "./shell-types.ts";

/** More than this is simply many. */
const MOST_SHOWN = 99;

const showUnread = (unread: number) => (unread === 0 ? null : <UnreadCount unread={unread} />);

function UnreadCount({ unread }: { unread: number }) {
  const { t } = useTranslation("shell");
  return (
    <span className={styles.unread}>
      {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
      <span className="unseen">{t("unread", { count: unread })}</span>
    </span>
  );
}

/** What came in, behind the bell; absent until somebody brings notifications. */
export function Bell() {
  const { notifications } = useShellPieces();
  return notifications === undefined ? null : <RingingBell {...notifications} />;
}

function RingingBell({ Unread, Panel }: NonNullable<ShellPieces["notifications"]>) {
  const { t } = useTranslation("shell");
  const [isOpen, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  const isPhone = usePhone();
  const close = () => setOpen(false);
  const panel = (
    <Suspense fallback={<SkeletonRows rows={4} height={56} />}>
      <Panel onClose={close} />
    </Suspense>
  );
  return (
    <>
      <button
        ref={bell}
        type="button"
        className={styles.bell}
        aria-expanded={isOpen}
        aria-label={t("notifications")}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon of={BellShape} size={isPhone ? 22 : 16} />
        <Unread show={showUnread} />
      </button>
      {isOpen && isPhone ? (
        <Dialog look="sheet" title={t("notifications")} onClose={close}>
          {panel}
        </Dialog>
      ) : null}
      {isOpen && !isPhone ? (
        <Float
          anchor={bell}
          onClose={close}
          label={t("notifications")}
          side="above"
          align="start"
          className={styles.panel}
        >
          <h2 className={styles.title}>{t("notifications")}</h2>
          {panel}
        </Float>
      ) : null}
    </>
  );
}
