/** Search: records in the palette. */
export { recordSource } from "./segments-of.ts";
