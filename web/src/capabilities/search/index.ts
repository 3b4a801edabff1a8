/** Search: records in the palette. */
export { recordSource } from "./record-source.ts";
