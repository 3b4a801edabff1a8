import { opportunities } from "@tongzhou/contract/opportunities";
import { timeline } from "@tongzhou/contract/timeline";
import { forget } from "../../platform/http/queries.ts";

/** After a change every list, board and record may show something else. */
export function refreshOpportunities(): Promise<void> {
  return forget(
    opportunities.list,
    opportunities.count,
    opportunities.board,
    opportunities.boardColumn,
    opportunities.show,
    opportunities.checkMove,
    timeline.read,
  );
}
