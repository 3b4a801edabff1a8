import {
  Check,
  Ellipsis,
  Eye,
  FileText,
  MessageCircle,
  Phone,
  PhoneCall,
  Shuffle,
  Sparkles,
  Undo2,
} from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import { LifeLine } from "../../ui/record/LifeLine.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Timeline, TimelineFilters } from "../../ui/record/Timeline.tsx";
import { AttentionBars } from "../../ui/signs/AttentionBars.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { CellChip } from "../../ui/signs/CellChip.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Ring } from "../../ui/signs/Ring.tsx";
import styles from "./Parts.module.css";

const READ = [5, 7, 9, 18, 16, 8, 6, 12, 10, 6, 4, 5, 0, 0, 0, 0, 0, 0];
const SAVING_MS = 600;

const later = () => new Promise((done) => setTimeout(done, SAVING_MS));

/** A record page with facts in their moments: read, edited, refused, changed by somebody else. */
export function PartsRecord() {
  const { t } = useTranslation("parts");
  return (
    <div className={styles.body}>
      <RecordLayout
        crumbs={[{ words: t("list.title"), href: "/parts" }, { words: t("list.waiting") }]}
        neighbours={{ at: 1, of: 3, next: "/parts" }}
        name={t("marks.person")}
        beside={
          <>
            <CellChip paint="border" label="A1" />
            <Ring tone="soon" left={0.27} pill>
              {t("clocks.soon")}
            </Ring>
          </>
        }
        line={t("record.line")}
        acts={
          <>
            <Button icon={Phone} shortcut="d">
              {t("buttons.call")}
            </Button>
            <Button icon={Undo2} shortcut="r">
              {t("buttons.giveBack")}
            </Button>
            <Button look="solid" icon={Check} shortcut="a">
              {t("buttons.accept")}
            </Button>
            <Button look="quiet" icon={Ellipsis} label={t("buttons.more")} />
          </>
        }
        phoneActs={
          <>
            <Button size="large">{t("buttons.giveBack")}</Button>
            <Button size="large" icon={Phone} label={t("buttons.call")} />
            <Button size="large" icon={MessageCircle} label={t("buttons.send")} />
            <Button size="large" look="solid">
              {t("buttons.accept")}
            </Button>
          </>
        }
        phoneMenu={<Button look="quiet" icon={Ellipsis} label={t("buttons.more")} />}
        below={<LifeLine label={t("record.life")} steps={t("record.steps", { returnObjects: true }) as never} />}
        facts={<SampleFacts />}
        rail={<SampleRail />}
        phoneTabs={{ centre: t("record.timeline"), facts: t("record.facts"), rail: t("record.rail") }}
      >
        <SampleTimeline />
      </RecordLayout>
    </div>
  );
}

function SampleFacts() {
  const { t } = useTranslation("parts");
  const [industry, setIndustry] = useState(t("record.industryValue"));
  return (
    <>
      <FactList
        title={t("record.contact")}
        facts={[
          {
            id: "phone",
            label: t("record.phone"),
            shown: "138****6021",
            beside: (
              <button type="button" className="link">
                {t("record.reveal")}
              </button>
            ),
          },
          { id: "mail", label: t("record.mail"), shown: "liu****@dxsh.cn" },
        ]}
      />
      <FactList
        title={t("record.company")}
        note={t("record.companyNote")}
        facts={[
          {
            id: "industry",
            label: t("record.industry"),
            shown: industry,
            edit: {
              value: industry,
              save: async (value) => {
                await later();
                setIndustry(value);
                return { kind: "saved" };
              },
            },
          },
          {
            id: "size",
            label: t("record.size"),
            shown: t("record.sizeValue"),
            edit: {
              value: t("record.sizeValue"),
              save: async () => {
                await later();
                const theirs = t("record.sizeTheirs");
                return {
                  kind: "conflict",
                  conflict: { value: theirs, shown: theirs, who: t("record.who"), when: t("record.when") },
                };
              },
            },
          },
          {
            id: "region",
            label: t("record.region"),
            edit: { value: "", save: async () => ({ kind: "refused", words: t("record.refused") }) },
          },
          { id: "time", label: t("record.time"), missing: t("record.notAsked") },
        ]}
      />
    </>
  );
}

function SampleTimeline() {
  const { t } = useTranslation("parts");
  const [kind, setKind] = useState("all");
  return (
    <>
      <TimelineFilters
        label={t("record.kinds")}
        chosen={kind}
        onChoose={setKind}
        filters={[
          { id: "all", words: t("record.all"), count: 17 },
          { id: "visits", words: t("record.visits"), count: 9 },
          { id: "activities", words: t("record.activities"), count: 3 },
        ]}
      />
      <Timeline
        label={t("record.timeline")}
        days={[
          {
            words: t("record.today"),
            entries: [
              {
                id: "1",
                time: "9:02",
                icon: Shuffle,
                bySystem: true,
                title: t("record.assigned"),
                body: t("record.assignedWhy"),
              },
            ],
          },
          {
            words: t("record.yesterday"),
            entries: [
              { id: "2", time: "22:10", icon: Eye, title: t("record.priced"), body: t("record.pricedFrom") },
              {
                id: "3",
                time: "21:42",
                icon: Sparkles,
                bySystem: true,
                title: t("record.judged"),
                body: t("record.judgedWhy"),
              },
              {
                id: "4",
                time: "21:40",
                icon: FileText,
                title: t("record.read"),
                body: (
                  <span className="row g8">
                    <AttentionBars pages={READ} label={t("record.readLonger")} />
                    <span className="t12 ink3">{t("record.readLonger")}</span>
                  </span>
                ),
              },
              { id: "5", time: "16:05", icon: PhoneCall, title: t("record.called"), body: t("record.calledSaid") },
            ],
          },
        ]}
      />
    </>
  );
}

function SampleRail() {
  const { t } = useTranslation("parts");
  return (
    <>
      <SectionHead title={t("record.say")} />
      <div className="quoted">
        <b>{t("record.ask")}</b>
        <div className="ink2">{t("record.askWhy")}</div>
      </div>
      <SectionHead title={t("record.people")} note={1} />
      <div className="row g8">
        <Avatar name={t("marks.person")} />
        <div className="grow">
          <b>{t("marks.person")}</b>
        </div>
        <CellChip paint="border" label="A1" />
      </div>
      <SectionHead title={t("record.related")} />
      <div className="row between">
        <span className="ink2">{t("record.similar")}</span>
        <Figure href="/parts">{t("record.similarCount")}</Figure>
      </div>
    </>
  );
}
