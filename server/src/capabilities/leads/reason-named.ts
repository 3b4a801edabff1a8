import type { RejectReason } from "@tongzhou/contract/lead-standard";
import { Invalid } from "../../platform/problems/refusal.ts";

/** The reason of the standard in force with this code. @throws Invalid when it has none. */
export function reasonNamed(reasons: readonly RejectReason[], code: string): RejectReason {
  const reason = reasons.find((one) => one.code === code);
  if (reason) return reason;
  throw new Invalid([
    { pointer: "/reason", code: "field.not_offered", params: { allowed: reasons.map((one) => one.code) } },
  ]);
}
