import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useExternal } from "../../ui/hooks/external-value.ts";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { useShortcut } from "../../ui/keyboard/useShortcut.ts";
import { ErrorBoundary } from "../errors/ErrorBoundary.tsx";
import { OfflineStrip } from "../offline/OfflineStrip.tsx";
import { paletteOpen } from "../palette/palette.ts";
import { keyListOpen } from "./key-list.ts";
import styles from "./Shell.module.css";
import { useShellPieces } from "./shell-pieces.ts";
import { Sidebar } from "./Sidebar.tsx";
import { TabBar } from "./TabBar.tsx";
import { useFocusAfterNavigation } from "./useFocusAfterNavigation.ts";
import { usePalettePlaces } from "./usePalettePlaces.ts";

const CommandPalette = lazy(async () => {
  const file = await import("../palette/CommandPalette.tsx");
  return { default: file.CommandPalette };
});
const KeyList = lazy(async () => {
  const file = await import("./KeyList.tsx");
  return { default: file.KeyList };
});

/** What stands around every page: places, the palette, the note, being offline. */
export function Shell() {
  const { t } = useTranslation("shell");
  const { note } = useShellPieces();
  const isPhone = usePhone();
  const isPaletteOpen = useExternal(paletteOpen);
  const isKeyListOpen = useExternal(keyListOpen);
  const [isNoting, setNoting] = useState(false);
  useShortcut({ keys: "mod+k", words: t("search"), run: () => paletteOpen.set(true), everywhere: true });
  useShortcut({ keys: "?", words: t("keys"), run: () => keyListOpen.set(true) });
  usePalettePlaces();
  const content = useRef<HTMLElement>(null);
  useFocusAfterNavigation(content);
  const openNote = note === undefined ? undefined : () => setNoting(true);
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
      {isPhone ? <TabBar onNote={openNote} /> : null}
      <Suspense>
        {isPaletteOpen ? <CommandPalette onClose={() => paletteOpen.set(false)} /> : null}
        {isKeyListOpen ? <KeyList onClose={() => keyListOpen.set(false)} /> : null}
        {isNoting && note !== undefined ? <note.Dialog onClose={() => setNoting(false)} /> : null}
      </Suspense>
    </div>
  );
}
