/** Identity: which records are the same customer, merging them and taking them apart. */
export { MatchingSettings } from "./MatchingSettings.tsx";
export { MergedRecords } from "./MergedRecords.tsx";
export { MergeRecord } from "./MergeRecord.tsx";
export { PairReview } from "./PairReview.tsx";
export { PairsLink } from "./PairsLink.tsx";
export { PairsWaiting } from "./PairsWaiting.tsx";
export { UnmergeRecord } from "./UnmergeRecord.tsx";
