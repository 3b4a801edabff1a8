import type { BulkDone } from "@tongzhou/contract/bulk";
import type { TFunction } from "i18next";
import { queryClient } from "../../platform/http/queries.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";

const WORK = "/settings/work";

/** Says what became of a change of many, with the way back; one that goes on in the background leads to its progress. @param href where what was done stands. */
export function sayChanged(
  t: TFunction<"bulk">,
  { changed, longOperationId }: BulkDone,
  operationId: string | undefined,
  words: string,
  href?: string,
): void {
  // Whatever shows the records is out of date: lists, counts, pages of records.
  void queryClient.invalidateQueries();
  if (longOperationId === null) sayActed(changed === 0 ? t("noneChanged") : words, operationId, href);
  else sayActed(t("begun"), longOperationId, WORK);
}
