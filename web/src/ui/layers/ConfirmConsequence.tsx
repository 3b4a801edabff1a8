import { useState, type ReactNode } from "react";
import { Button } from "../controls/Button.tsx";
import { ErrorNote } from "../feedback/ErrorNote.tsx";
import { Dialog } from "./Dialog.tsx";

export interface ConfirmConsequenceProps {
  /** A question that carries the counts: what would happen, and to how many. */
  title: ReactNode;
  /** What happens to what hangs on it, and how long it can be undone. */
  children: ReactNode;
  /** The harmless answer says what it keeps. */
  keep: string;
  /** The act carries the count. */
  act: string;
  /** Does it. When it fails, the dialog stays and says so. */
  onAct: () => Promise<void>;
  onClose: () => void;
  /** Turns a failure into words. */
  sayFailure: (failure: unknown) => { happened: string; todo?: string };
  /** False for a consequence that is large but not destructive. */
  danger?: boolean;
}

/** Says what an act will do, with counts, before it is done. */
export function ConfirmConsequence(props: ConfirmConsequenceProps) {
  const { title, children, keep, act, onAct, onClose, sayFailure, danger = true } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ happened: string; todo?: string }>();
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onAct();
      onClose();
    } catch (caught) {
      setFailure(sayFailure(caught));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          {/* The harmless answer has the focus, so that Enter alone destroys nothing. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button autoFocus onClick={onClose}>
            {keep}
          </Button>
          <Button look={danger ? "destroy" : "solid"} busy={busy} onClick={() => void run()}>
            {act}
          </Button>
        </>
      }
    >
      <div className="ink2 t14">{children}</div>
      {failure === undefined ? null : (
        <div style={{ marginTop: "12px" }}>
          <ErrorNote happened={failure.happened}>{failure.todo}</ErrorNote>
        </div>
      )}
    </Dialog>
  );
}
