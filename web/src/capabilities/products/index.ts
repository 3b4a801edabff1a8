/** Product lines: what is sold, and choosing one of it. */
export { ProductLineField } from "./ProductLineField.tsx";
export { useProductLines } from "./useProductLines.ts";
export { ProductLineTree } from "./ProductLineTree.tsx";
