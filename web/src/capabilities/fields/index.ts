/** Fields: what a company keeps about its records beyond what the product brings along. */
export { FieldSettings } from "./FieldSettings.tsx";
export { FieldTabs } from "./FieldTabs.tsx";
