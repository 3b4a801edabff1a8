import type { WhoAmI } from "@tongzhou/contract/people-session";
import { ACTIVITY_OBJECTS } from "@tongzhou/contract/activities";
import { PencilLine, UserPlus } from "lucide-react";
import { lazy } from "react";
import { loadNoteDialog } from "./capabilities/activities/index.ts";
import { loadAddLeadDialog, NEW_LEAD } from "./capabilities/capture/index.ts";
import { loadWords } from "./platform/language/start-words.ts";
import type { Beginning } from "./platform/shell/shell-types.ts";

const may =
  (object: string, action: string) =>
  ({ grants }: WhoAmI): boolean =>
    grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none");

/** Behind the button in the middle of the phone's foot. */
export const phoneBeginning = "note";

/** What can be begun from anywhere, in the order it is offered. */
export const beginnings: readonly Beginning[] = [
  {
    id: NEW_LEAD,
    icon: UserPlus,
    words: "begin.lead",
    also: "also.lead",
    isFor: may("lead", "create"),
    Dialog: lazy(async () => {
      const [dialog] = await Promise.all([loadAddLeadDialog(), loadWords(["capture", "leads"])]);
      return { default: dialog };
    }),
  },
  {
    id: phoneBeginning,
    icon: PencilLine,
    words: "begin.note",
    also: "also.note",
    isFor: (who) => ACTIVITY_OBJECTS.some((object) => may(object, "edit")(who)),
    Dialog: lazy(async () => {
      const [dialog] = await Promise.all([loadNoteDialog(), loadWords(["activities"])]);
      return { default: dialog };
    }),
  },
];
