import { useQuery } from "@tanstack/react-query";
import { enrichment, type FilledFact } from "@tongzhou/contract/enrichment";
import type { ReactNode } from "react";
import { reading } from "../../platform/http/queries.ts";
import { OriginMark } from "./OriginMark.tsx";

/** The mark beside each field of an account that stands as a source said; nothing beside what people wrote. */
export function useOriginMarks(accountId: string): (field: string) => ReactNode {
  const { data } = useQuery(reading(enrichment.ofAccount, { params: { accountId } }));
  const marks = new Map<string, FilledFact>(data?.filled.map((fact) => [fact.field, fact]));
  return (field) => {
    const fact = marks.get(field);
    return fact === undefined ? undefined : <OriginMark fact={fact} />;
  };
}
