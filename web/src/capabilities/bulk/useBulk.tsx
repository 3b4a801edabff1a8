import type { FieldObject } from "@tongzhou/contract/fields";
import { Megaphone, PencilLine, Trash2 } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAsked, BulkField, ListBulk } from "../../platform/lists/list-bulk.ts";
import { useMay } from "../../platform/session/session.ts";
import type { RemovedObject } from "./BulkRemoveDialog.tsx";

// Fetched when somebody changes many at once.
const BulkEditDialog = lazy(() => import("./BulkEditDialog.tsx"));

const BulkJoinDialog = lazy(() => import("./BulkJoinDialog.tsx"));
const BulkRemoveDialog = lazy(() => import("./BulkRemoveDialog.tsx"));

type Asked = BulkAsked & { kind: "edit" | "remove" | "join" };

const isRemoved = (object: FieldObject): object is RemovedObject =>
  object === "contact" || object === "account" || object === "campaign";

export interface Bulk {
  /** For the list; undefined for whoever may do none of it. */
  bulk: ListBulk | undefined;
  /** The dialog that is open; draw it once. */
  dialog: ReactNode;
}

/** What can be done with many records of a list at once, besides giving them to somebody. */
export function useBulk(object: FieldObject, fields: readonly BulkField[]): Bulk {
  const { t } = useTranslation("bulk");
  const [asked, setAsked] = useState<Asked>();
  const mayEdit = useMay(object, "edit");
  const close = () => setAsked(undefined);
  const mayRemove = useMay(object, "delete");
  const mayInvite = useMay("campaign", "edit") && object === "contact";
  const removed = isRemoved(object) && mayRemove ? object : undefined;
  const acts: ListBulk["acts"] = (rows) => [
    ...(mayEdit
      ? [{ id: "edit", words: t("edit"), icon: PencilLine, run: () => setAsked({ ...rows, kind: "edit" }) }]
      : []),
    ...(mayInvite
      ? [{ id: "join", words: t("join"), icon: Megaphone, run: () => setAsked({ ...rows, kind: "join" }) }]
      : []),
    ...(removed === undefined
      ? []
      : [{ id: "remove", words: t("remove"), icon: Trash2, run: () => setAsked({ ...rows, kind: "remove" }) }]),
  ];
  return {
    bulk: mayEdit || mayInvite || removed !== undefined ? { acts } : undefined,
    dialog:
      asked === undefined ? null : (
        <Suspense>
          {asked.kind === "join" ? (
            <BulkJoinDialog asked={asked} onClose={close} />
          ) : asked.kind === "remove" && removed !== undefined ? (
            <BulkRemoveDialog object={removed} asked={asked} onClose={close} />
          ) : (
            <BulkEditDialog object={object} fields={fields} asked={asked} onClose={close} />
          )}
        </Suspense>
      ),
  };
}
