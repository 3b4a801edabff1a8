/** Privacy: what people allowed us, and what they asked of us. */
export { ConsentSection } from "./ConsentSection.tsx";
export { Preferences } from "./Preferences.tsx";
export { PrivacyDesk } from "./PrivacyDesk.tsx";
