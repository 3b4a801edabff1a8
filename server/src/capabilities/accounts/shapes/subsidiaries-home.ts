import type { HomedPart } from "../../../platform/homes/homes.ts";
import {
  countSubsidiaries,
  countSubsidiariesAmong,
  moveSubsidiaries,
  returnSubsidiaries,
  standAtTheTopIfBelow,
} from "../queries/subsidiaries.ts";

/**
 * The companies below a merged one stand below the survivor, and come back with it unless somebody has moved them since. They
 * have no home of their own, because people move them: which of them came is kept with the merge.
 */
export const homedSubsidiaries: HomedPart = {
  what: "subsidiaries",
  count: countSubsidiaries,
  countParting: (context, { survivorId }, here) => countSubsidiariesAmong(context, here.map(rowOf), survivorId),
  async meet(context, { survivorId, mergedId }) {
    const moved = await moveSubsidiaries(context, mergedId, survivorId);
    return moved.map((rowId) => ({ rowId, before: mergedId }));
  },
  async part(context, { survivorId, mergedId }, { here }) {
    const ids = here.map(rowOf);
    // Whom it stood under may stand below one of its own by now.
    await standAtTheTopIfBelow(context, mergedId, { ids, survivorId });
    await returnSubsidiaries(context, ids, { fromId: survivorId, toId: mergedId });
  },
};

const rowOf = ({ rowId }: { readonly rowId: string }): string => rowId;
