import { BulkEdit } from "@tongzhou/contract/bulk";
import { FieldObject } from "@tongzhou/contract/fields";
import { z } from "zod";

/** What is done with many records; a long operation remembers it. */
export const BulkAct = z.discriminatedUnion("kind", [
  BulkEdit.omit({ choice: true }).extend({ kind: z.literal("edit"), object: FieldObject }),
  z.object({ kind: z.literal("remove"), object: FieldObject }),
  z.object({ kind: z.literal("join"), object: z.literal("contact"), campaignId: z.uuid() }),
]);
export type BulkAct = z.infer<typeof BulkAct>;
