import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useExternal } from "../../ui/hooks/external-value.ts";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { useShortcut } from "../../ui/keyboard/useShortcut.ts";
import { ErrorBoundary } from "../errors/ErrorBoundary.tsx";
import { OfflineStrip } from "../offline/OfflineStrip.tsx";
import { paletteOpen } from "../palette/palette.ts";
import { begin, begun } from "./begun.ts";
import { keyListOpen } from "./key-list.ts";
import styles from "./Shell.module.css";
import { useBeginnings, useShellPieces } from "./shell-pieces.ts";
import { Sidebar } from "./Sidebar.tsx";
import { TabBar } from "./TabBar.tsx";
import { useFocusAfterNavigation } from "./useFocusAfterNavigation.ts";
import { usePalettePlaces } from "./usePalettePlaces.ts";
import { useSettingEntries } from "./useSettingEntries.ts";

const CommandPalette = lazy(async () => {
  const file = await import("../palette/CommandPalette.tsx");
  return { default: file.CommandPalette };
});
const KeyList = lazy(async () => {
  const file = await import("./KeyList.tsx");
  return { default: file.KeyList };
});

/** What stands around every page: places, the palette, what can be begun from anywhere, being offline. */
export function Shell() {
  const { t } = useTranslation("shell");
  const { phoneBeginning } = useShellPieces();
  const beginnings = useBeginnings();
  const isPhone = usePhone();
  const isPaletteOpen = useExternal(paletteOpen);
  const isKeyListOpen = useExternal(keyListOpen);
  const begunId = useExternal(begun);
  const beginning = beginnings.find(({ id }) => id === begunId);
  useShortcut({ keys: "mod+k", words: t("search"), run: () => paletteOpen.set(true), everywhere: true });
  useShortcut({ keys: "?", words: t("keys"), run: () => keyListOpen.set(true) });
  usePalettePlaces();
  useSettingEntries();
  const content = useRef<HTMLElement>(null);
  useFocusAfterNavigation(content);
  const onPhone = beginnings.find(({ id }) => id === phoneBeginning);
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t("skip")}
      </a>
      {isPhone ? null : <Sidebar />}
      <main ref={content} id="content" tabIndex={-1} className={styles.main}>
        <OfflineStrip />
        <div className={styles.page}>
          <ErrorBoundary>
            <Suspense>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      {isPhone ? <TabBar middle={onPhone} onBegin={begin} /> : null}
      <Suspense>
        {isPaletteOpen ? <CommandPalette onClose={() => paletteOpen.set(false)} /> : null}
        {isKeyListOpen ? <KeyList onClose={() => keyListOpen.set(false)} /> : null}
        {beginning === undefined ? null : <beginning.Dialog onClose={() => begun.set(undefined)} />}
      </Suspense>
    </div>
  );
}
