import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Tabs } from "../../ui/list/Tabs.tsx";
import styles from "./RecordCentre.module.css";
import { hrefOf, useUrlState } from "../routing/useUrlState.ts";

const Url = z.object({ show: z.enum(["story", "changes"]).default("story").catch("story") });

export interface RecordCentreProps {
  /** What the record is about: its timeline, its results. */
  story: ReactNode;
  /** The word of the story's tab; 动态 when left out. */
  words?: string;
  /** Who changed what in it. */
  changes: ReactNode;
}

/** The middle of a record: its story, and behind a second tab who changed what in it. */
export function RecordCentre({ story, words, changes }: RecordCentreProps) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const isPhone = usePhone();
  const [{ show }, change] = useUrlState(Url);
  const storyWords = words ?? t("recordStory");
  return (
    <>
      <div className={styles.tabs}>
        {isPhone ? (
          // The phone's record has tabs above already: a second row of them would look like the first.
          <Segmented
            label={t("recordShows")}
            value={show}
            onChange={(chosen) => change({ show: chosen })}
            options={[
              { value: "story", words: storyWords },
              { value: "changes", words: t("recordChanges") },
            ]}
          />
        ) : (
          <Tabs
            label={t("recordShows")}
            current={show}
            tabs={[
              { id: "story", words: storyWords, href: pathname },
              { id: "changes", words: t("recordChanges"), href: hrefOf(pathname, { show: "changes" }) },
            ]}
          />
        )}
      </div>
      {show === "changes" ? changes : story}
    </>
  );
}
