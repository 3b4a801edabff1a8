import { useQuery } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import { useEffect, useState } from "react";
import type { z } from "zod";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { SelectField, type SelectOption } from "../../ui/fields/SelectField.tsx";
import type { CallArguments } from "../http/call-types.ts";
import { reading } from "../http/queries.ts";

/** Long enough that a word is asked for once. */
const PAUSE_MS = 250;
const MOST = 20;

/** A list that can be searched. */
export type SearchableEndpoint<Row> = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<{ rows: Row[] }>>;

export interface RecordFieldProps<Row> extends FieldProps {
  list: SearchableEndpoint<Row>;
  optionOf: (row: Row) => SelectOption;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  clearable?: boolean;
  placeholder?: string;
  /** The chosen record when the list has not fetched it. */
  known?: SelectOption | undefined;
}

/** Chooses a record of a list that is too long to fetch: searched while typing. */
export function RecordField<Row>({ list, optionOf, value, onChange, known, ...field }: RecordFieldProps<Row>) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const [kept, setKept] = useState(known);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = { query: { search: asked, limit: MOST } };
  const read = useQuery(reading(list, ...([query] as unknown as CallArguments<SearchableEndpoint<Row>>)));
  const found = (read.data?.rows ?? []).map((row) => optionOf(row));
  const isListed = kept === undefined || kept.value !== value || found.some((option) => option.value === kept.value);
  return (
    <SelectField
      {...field}
      value={value}
      options={isListed ? found : [kept, ...found]}
      loading={read.isFetching}
      onSearch={setTyped}
      onChange={(id) => {
        setKept(found.find((option) => option.value === id) ?? kept);
        onChange(id);
      }}
    />
  );
}
