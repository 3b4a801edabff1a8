export { FilterBar } from "./FilterBar.tsx";
export { ViewTabs } from "./ViewTabs.tsx";
export { useViewedList } from "./useViewedList.ts";
export type { StandingView, ViewedList } from "./useViewedList.ts";
