import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { FootNote } from "../../ui/layers/FootNote.tsx";
import { FailureNote } from "../errors/FailureNote.tsx";

export interface FormDialogProps {
  title: ReactNode;
  /** The verb of the button. */
  act: string;
  children: ReactNode;
  onClose: () => void;
  onSubmit: () => void;
  busy?: boolean;
  failure?: unknown;
  /** Why it cannot be sent yet. */
  whyOff?: string | undefined;
  /** Something goes: the button says so. */
  danger?: boolean;
  width?: number;
  look?: "dialog" | "panel";
}

/** A few fields that belong together: what fails is said below them, and what was typed stays. */
export function FormDialog(props: FormDialogProps) {
  const { title, act, children, onClose, onSubmit, busy = false, failure, whyOff, danger = false, width, look } = props;
  const { t: ui } = useTranslation("ui");
  const isOff = busy || whyOff !== undefined;
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (!isOff) onSubmit();
      }}
      {...(width === undefined ? {} : { width })}
      {...(look === undefined ? {} : { look })}
      foot={
        <>
          <FootNote>{busy ? undefined : whyOff}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look={danger ? "destroy" : "solid"} type="submit" busy={busy} whyOff={whyOff}>
            {act}
          </Button>
        </>
      }
    >
      <div className="col g16">
        {children}
        <FailureNote failure={failure} />
      </div>
    </Dialog>
  );
}
