/** The lead standard: what both departments signed, and the editor of its drafts. */
export { StandardPanel } from "./StandardPanel.tsx";
export { useStandardInForce } from "./useStandardInForce.ts";
