/** Groups: a company with all above and below it on one page. */
export { GroupFigures } from "./GroupFigures.tsx";
export { GroupScope } from "./GroupScope.tsx";
export { GroupTree } from "./GroupTree.tsx";
export { useGroupScope } from "./useGroupScope.ts";
