import { useTranslation } from "react-i18next";

export interface JobWords {
  /** What a job or a long operation does: `event/search.refresh_contact/bulk`, `imports.leads`. */
  task: (name: string) => string;
  count: (name: string) => string;
}

/** The part of a job's name that says what it does; how it came into the queue and how urgent it is stand around it. */
const bare = (name: string): string => name.replace(/^(event|schedule|long_operation)\//, "").replace(/\/bulk$/, "");

/** What the house does in the background, in words; what has none yet shows its own name. */
export function useJobWords(): JobWords {
  const { t } = useTranslation("jobs");
  const say = (group: string, name: string): string =>
    String(t(`${group}.${name.replaceAll(".", "_")}` as never, { defaultValue: name } as never));
  return { task: (name) => say("tasks", bare(name)), count: (name) => say("counts", name) };
}
