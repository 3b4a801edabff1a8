import { FirstRun } from "../platform/session/FirstRun.tsx";

/** `/first-run` */
export function FirstRunPage() {
  return <FirstRun />;
}
