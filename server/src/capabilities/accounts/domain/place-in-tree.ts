import type { TreePlace } from "@tongzhou/contract/accounts";
import { companyNameKeys } from "./company-name-keys.ts";

export interface PlacedCompany {
  readonly name: string;
  /** As somebody set it. */
  readonly treePlace: TreePlace | null;
  readonly parentId: string | null;
  readonly hasChildren: boolean;
}

/**
 * What a company is in its tree: as somebody set it; otherwise a branch by its name (上海分公司), a subsidiary below another
 * company, a group when others stand below it; null when it stands alone.
 */
export function placeInTree({ name, treePlace, parentId, hasChildren }: PlacedCompany): TreePlace | null {
  if (treePlace !== null) return treePlace;
  if (parentId !== null) return companyNameKeys(name)?.branch ? "branch" : "subsidiary";
  return hasChildren ? "group" : null;
}
