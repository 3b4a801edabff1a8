/** Acts on many records of a list at once: told with counts before they are done, taken back in one. */
export { useBulk } from "./useBulk.tsx";
