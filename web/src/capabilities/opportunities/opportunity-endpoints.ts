import { opportunities } from "@tongzhou/contract/opportunities";
import { forget } from "../../platform/http/queries.ts";

/** What counts opportunities and what they may be filtered by, for whoever draws views and conditions. */
export const opportunityEndpoints = { count: opportunities.count, fields: opportunities.fields };

/** After a change every list, board and record may show something else. */
export const refreshOpportunities = (): Promise<void> =>
  forget(
    opportunities.list,
    opportunities.count,
    opportunities.board,
    opportunities.boardColumn,
    opportunities.show,
    opportunities.checkMove,
  );
