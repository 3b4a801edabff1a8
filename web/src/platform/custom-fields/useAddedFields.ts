import { useQuery } from "@tanstack/react-query";
import { fields, type CustomField, type FieldObject } from "@tongzhou/contract/fields";
import { useMemo } from "react";
import { reading } from "../http/queries.ts";

const NONE: readonly CustomField[] = [];

/** The fields that the company added to an object and that exist for the viewer, in their order; none until they are known. */
export function useAddedFields(object: FieldObject | undefined): readonly CustomField[] {
  const { data } = useQuery({ ...reading(fields.list), enabled: object !== undefined });
  return useMemo(() => data?.filter((field) => field.object === object) ?? NONE, [data, object]);
}

/** Every added field by its id. */
export function useAddedFieldsById(): ReadonlyMap<string, CustomField> {
  const { data } = useQuery(reading(fields.list));
  return useMemo(() => new Map(data?.map((field) => [field.id, field])), [data]);
}
