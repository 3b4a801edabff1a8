import type { ActivityObject } from "@tongzhou/contract/activities";
import { NotebookPen } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { useLoggedRecord } from "./useLoggedRecord.ts";

const LogActivityDialog = lazy(async () => ({ default: (await import("./LogActivityDialog.tsx")).LogActivityDialog }));

export interface LogActivityProps {
  object: ActivityObject;
  recordId: string;
  /** In a line of a queue: small, and without a key of its own. */
  inLine?: boolean;
  /** Among the acts of a card: on the phone its sign alone, as large as its neighbours. */
  inCard?: boolean;
}

/** 记一笔: what was just done with this customer; not there for whoever may only look. */
export function LogActivity({ object, recordId, inLine = false, inCard = false }: LogActivityProps) {
  const { t } = useTranslation("activities");
  const isPhone = usePhone();
  const record = useLoggedRecord(object, recordId);
  const [isOpen, setOpen] = useState(false);
  const isSign = inLine || (inCard && isPhone);
  if (record === undefined || !record.mayLog) return null;
  return (
    <>
      <Button
        icon={NotebookPen}
        size={inLine ? "small" : isPhone ? "large" : "middle"}
        look={inLine ? "quiet" : "plain"}
        {...(isSign ? { label: t("log") } : isPhone ? {} : { shortcut: "n" })}
        onClick={() => setOpen(true)}
      >
        {isSign ? undefined : t("log")}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <LogActivityDialog object={object} recordId={recordId} record={record} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
