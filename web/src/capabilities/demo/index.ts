/** The demo company: what it holds, and beginning with one's own instead. */
export { OwnCompany } from "./OwnCompany.tsx";
