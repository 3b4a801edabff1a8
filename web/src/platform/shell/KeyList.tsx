import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/controls/Kbd.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { useExternal } from "../../ui/hooks/external-value.ts";
import { allowBareKeys, bareKeys, shortcuts } from "../../ui/keyboard/keyboard.ts";
import { PAGE_LAYER } from "../../ui/keyboard/shortcut-registry.ts";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import styles from "./KeyList.module.css";

/** Every key that does something on this page, and the switch for those who cannot use single letters. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  // Read once: while the list is open, its own layer is on top.
  const [list] = useState(() => shortcuts.list(PAGE_LAYER).map(({ keys, words }) => ({ keys, words: words() })));
  const areAllowed = useExternal(bareKeys);
  return (
    <Dialog title={t("keys")} onClose={onClose} width={480}>
      <ul className={styles.list}>
        {list.map((entry) => (
          <li key={entry.keys} className={styles.entry}>
            <span className="grow">{entry.words}</span>
            <Kbd keys={entry.keys} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Switch on={areAllowed} onChange={allowBareKeys}>
          {t("bareKeys")}
        </Switch>
      </div>
    </Dialog>
  );
}
