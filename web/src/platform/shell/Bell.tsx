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

/** How much nobody has read yet, as a mark on a sign; absent until somebody brings notifications. */
export function UnreadMark() {
  const { notifications } = useShellPieces();
  return notifications === undefined ? null : <notifications.Unread show={showUnread} />;
}

/** What came in, behind the bell; absent until somebody brings notifications. */
export function Bell() {
  const { notifications } = useShellPieces();
  return notifications === undefined ? null : <RingingBell />;
}

function RingingBell() {
  const { t } = useTranslation("shell");
  const [isOpen, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  const isPhone = usePhone();
  const close = () => setOpen(false);
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
        <UnreadMark />
      </button>
      {isOpen && isPhone ? <NoticesSheet onClose={close} /> : null}
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
          <Notices onClose={close} />
        </Float>
      ) : null}
    </>
  );
}

/** What came in, from below on a phone. */
export function NoticesSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <Dialog look="sheet" title={t("notifications")} onClose={onClose}>
      <Notices onClose={onClose} />
    </Dialog>
  );
}

function Notices({ onClose }: { onClose: () => void }) {
  const { notifications } = useShellPieces();
  if (notifications === undefined) return null;
  return (
    <Suspense fallback={<SkeletonRows rows={4} height={56} />}>
      <notifications.Panel onClose={onClose} />
    </Suspense>
  );
}
