import { useQuery } from "@tanstack/react-query";
import { capture, type KnownCustomer } from "@tongzhou/contract/capture";
import { useEffect, useState } from "react";
import { reading } from "../../platform/http/queries.ts";
import { orNull, type LeadDraft } from "./lead-draft.ts";

/** Somebody who types on is not asked about every digit, ms. */
const PAUSE_MS = 350;
/** Nobody is recognised by less; the server is spared the question. */
const SHORTEST = 3;

const askable = (typed: string): string | null => (typed.trim().length < SHORTEST ? null : orNull(typed));

/** Who of what is being typed is here already; undefined while nothing is known. A look-up that fails hinders nobody. */
export function useKnownCustomer({ phone, email, company }: LeadDraft): KnownCustomer | undefined {
  const typed = JSON.stringify({ phone: askable(phone), email: askable(email), company: askable(company) });
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const body = JSON.parse(asked) as { phone: string | null; email: string | null; company: string | null };
  const isNothing = body.phone === null && body.email === null && body.company === null;
  const { data } = useQuery({ ...reading(capture.recognise, { body }), enabled: !isNothing, retry: false });
  return isNothing || asked !== typed ? undefined : data;
}
