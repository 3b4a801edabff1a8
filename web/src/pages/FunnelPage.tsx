import { FunnelAndReturn } from "../capabilities/insights/index.ts";

/** `/insights`: the funnel and what campaigns returned. */
export function FunnelPage() {
  return <FunnelAndReturn />;
}
