import { useQuery } from "@tanstack/react-query";
import { matching } from "@tongzhou/contract/matching";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { MatchingRun } from "./MatchingRun.tsx";
import { MatchThresholds } from "./MatchThresholds.tsx";

/** How contacts are matched: when all were compared last, and from which probability on somebody is asked. */
export function MatchingSettings() {
  const read = useQuery(reading(matching.show));
  useLive("longOperation", () => void forget(matching.show));
  if (read.data === undefined && read.isError)
    return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <SkeletonRows rows={6} />;
  const { own } = read.data;
  return (
    <div className="col g24">
      <MatchingRun state={read.data} />
      <MatchThresholds key={`${own.review} ${own.same}`} state={read.data} />
    </div>
  );
}
