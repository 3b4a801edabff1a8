import { useQuery } from "@tanstack/react-query";
import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import type { ReactNode } from "react";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";
import type { Badge } from "../../platform/shell/shell-types.ts";

/** How many pairs of contacts wait for the viewer's judgement. */
export function PairsWaiting({ show }: { show: (badge: Badge) => ReactNode }) {
  const mayEdit = useMay("contact", "edit");
  const read = useQuery({ ...reading(duplicatePairs.count), enabled: mayEdit });
  return read.data === undefined ? null : show({ count: read.data.waiting });
}
