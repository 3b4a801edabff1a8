export { tidied } from "./condition-parts.ts";
export { ConditionGroup } from "./ConditionGroup.tsx";
export { ConditionText } from "./ConditionText.tsx";
export { FilterBar } from "./FilterBar.tsx";
export { ViewTabs } from "./ViewTabs.tsx";
export { useViewedList } from "./useViewedList.ts";
export type { StandingView, ViewedList } from "./useViewedList.ts";
