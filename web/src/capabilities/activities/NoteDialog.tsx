import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { ChooseRecord } from "./ChooseRecord.tsx";
import { LogActivityDialog } from "./LogActivityDialog.tsx";
import { recordOfPage, type NotedRecord } from "./record-of-page.ts";
import { useLoggedRecord } from "./useLoggedRecord.ts";

/** 记一笔 from anywhere: on the record that is open, else on the one that is found first. */
export function NoteDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<NotedRecord | undefined>(() => recordOfPage(window.location.pathname));
  if (chosen === undefined) return <ChooseRecord onChoose={setChosen} onClose={onClose} />;
  return <NoteOn record={chosen} onOther={() => setChosen(undefined)} onClose={onClose} />;
}

interface NoteOnProps {
  record: NotedRecord;
  onOther: () => void;
  onClose: () => void;
}

function NoteOn({ record: { object, id }, onOther, onClose }: NoteOnProps) {
  const { t } = useTranslation("activities");
  const record = useLoggedRecord(object, id);
  if (record?.mayLog === true)
    return <LogActivityDialog object={object} recordId={id} record={record} onClose={onClose} />;
  return (
    <Dialog title={t("log")} onClose={onClose}>
      {record === undefined ? (
        <SkeletonRows rows={3} height={44} />
      ) : (
        <Empty title={t("mayNot")} act={<Button onClick={onOther}>{t("chooseOther")}</Button>}>
          {t("mayNotWhy")}
        </Empty>
      )}
    </Dialog>
  );
}
