import { useMay } from "../../platform/session/session.ts";
import { DeadJobs } from "./DeadJobs.tsx";
import { EndedWork } from "./EndedWork.tsx";
import { OpenWork } from "./OpenWork.tsx";
import { QueueState } from "./QueueState.tsx";
import { Schedules } from "./Schedules.tsx";

/** Work in the background: one's own for everybody; the queue, what failed and the schedules for who keeps the house. */
export function WorkPanel() {
  const mayReadAll = useMay("job", "read");
  return (
    <>
      {mayReadAll ? <QueueState /> : null}
      <OpenWork />
      {mayReadAll ? <DeadJobs /> : null}
      {mayReadAll ? <Schedules /> : null}
      <EndedWork />
    </>
  );
}
