import { useEffect, useId, useMemo, useState, type KeyboardEvent } from "react";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/controls/Kbd.tsx";
import { useExternal } from "../../ui/hooks/external-value.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import styles from "./CommandPalette.module.css";
import { entriesOf, findEntries, type Found } from "./find-entries.ts";
import { paletteSources } from "./palette.ts";
import type { PaletteEntry } from "./palette-types.ts";
import { PaletteList } from "./PaletteList.tsx";

const NOTHING: Found = { groups: [], waiting: 0 };
/** A pause between keys this short is still typing, ms. */
const TYPING_MS = 80;

/** Opens anything and does anything: records first, then what can be done, then pages. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [actsOf, setActsOf] = useState<PaletteEntry>();
  const found = useFound(typed);
  const navigate = useNavigateTo();
  const listId = useId();
  const groups = useMemo(
    () =>
      actsOf === undefined
        ? found.groups
        : [{ id: "acts", words: t("paletteActsOf", { name: titleText(actsOf) }), entries: actsOf.acts ?? [] }],
    [actsOf, found.groups, t],
  );
  const entries = entriesOf(groups);
  const current = entries[Math.min(at, entries.length - 1)];

  const take = (entry: PaletteEntry | undefined, inNewTab = false) => {
    if (entry === undefined) return;
    if (entry.href !== undefined && inNewTab) window.open(entry.href, "_blank", "noopener");
    else if (entry.href !== undefined) navigate.go(entry.href);
    onClose();
    entry.run?.();
  };
  const move = (step: number) =>
    setAt((Math.min(at, entries.length - 1) + step + entries.length) % Math.max(1, entries.length));
  const openActs = (entry: PaletteEntry | undefined) => {
    setActsOf(entry);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const caretAtEnd = event.currentTarget.selectionStart === typed.length;
    const handled: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => take(current, event.metaKey || event.ctrlKey),
      ArrowRight: caretAtEnd && current?.acts !== undefined ? () => openActs(current) : undefined,
      ArrowLeft: actsOf === undefined ? undefined : () => openActs(undefined),
      Backspace: actsOf !== undefined && typed === "" ? () => openActs(undefined) : undefined,
    };
    const handle = handled[event.key];
    if (handle === undefined) return;
    event.preventDefault();
    handle();
  };

  return (
    <Dialog bare look="high" title={t("search")} width={640} onClose={onClose}>
      <div className={styles.palette}>
        <div className={styles.box}>
          <Icon of={Search} size={18} className="ink3" />
          <input
            // Opened to be typed into; the focus returns to where it was when it closes.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
            aria-label={t("search")}
            className={styles.input}
            placeholder={t("search")}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setAt(0);
              setActsOf(undefined);
            }}
            onKeyDown={onKeyDown}
          />
          <span className={styles.hint}>{t("paletteHint")}</span>
        </div>
        <PaletteList
          id={listId}
          groups={groups}
          current={current}
          onPoint={(entry) => setAt(entries.indexOf(entry))}
          onTake={take}
        />
        {entries.length === 0 && found.waiting === 0 ? (
          <p className={styles.none}>{typed === "" ? t("paletteEmpty") : t("paletteNone", { typed })}</p>
        ) : null}
        <footer className={styles.foot} aria-hidden>
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" /> {t("paletteChoose")}
          <i />
          <Kbd keys="arrowright" /> {t("paletteActs")}
          <i />
          <Kbd keys="mod" />
          <Kbd keys="enter" /> {t("paletteNewTab")}
          <span className="grow" />
          <Kbd keys="escape" /> {t("paletteClose")}
        </footer>
      </div>
    </Dialog>
  );
}

const titleText = ({ title }: PaletteEntry): string =>
  typeof title === "string" ? title : title.map((segment) => segment.text).join("");

/** Asks the sources when typing pauses; an answer to something older is dropped. */
function useFound(typed: string): Found {
  const sources = useExternal(paletteSources);
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(
      () => void findEntries(sources, typed.trim(), asking.signal, setFound),
      typed === "" ? 0 : TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [sources, typed]);
  return found;
}
