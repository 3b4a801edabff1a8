/** Touches: what customers did towards us, as a list. */
export { touchEndpoints } from "./touch-endpoints.ts";
export { MembersOfCampaign } from "./MembersOfCampaign.tsx";
export { TouchesLink } from "./TouchesLink.tsx";
export { TouchList } from "./TouchList.tsx";
export { useTouchViews } from "./useTouchViews.ts";
