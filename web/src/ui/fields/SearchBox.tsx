import { Search, X } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../controls/Kbd.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { useShortcut } from "../keyboard/useShortcut.ts";
import field from "./Field.module.css";
import styles from "./SearchBox.module.css";

export interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** What can be searched by: the placeholder and the name of the box. */
  words: string;
  /** Keys that go to the box; `/` on lists. */
  shortcut?: string;
  className?: string;
}

/** Where a list is searched. Escape empties it. */
export function SearchBox({ value, onChange, words, shortcut = "/", className }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const { t } = useTranslation("ui");
  useShortcut({ keys: shortcut, words: t("findHere", { what: words }), run: () => input.current?.focus() });
  return (
    <search className={cx(field["frame"], styles.box, className)} data-small>
      <Icon of={Search} size={14} />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        className={field["control"]}
        value={value}
        placeholder={words}
        aria-label={words}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (value === "") input.current?.blur();
          else onChange("");
        }}
      />
      {value === "" ? (
        <Kbd keys={shortcut} />
      ) : (
        <button type="button" className={styles.clear} aria-label={t("clearSearch")} onClick={() => onChange("")}>
          <Icon of={X} size={14} />
        </button>
      )}
    </search>
  );
}
