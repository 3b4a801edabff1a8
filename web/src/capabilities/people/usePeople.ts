import { useQuery } from "@tanstack/react-query";
import { people } from "@tongzhou/contract/people";
import { reading } from "../../platform/http/queries.ts";
import type { SelectOption } from "../../ui/fields/SelectField.tsx";

export interface People {
  /** The name behind an id; undefined while it is not known. */
  nameOf: (id: string | null | undefined) => string | undefined;
  /** Who works here now, for pickers. */
  options: readonly SelectOption[];
}

/** Everybody's names. */
export function usePeople(): People {
  const { data = [] } = useQuery(reading(people.directory));
  return {
    nameOf: (id) => data.find((person) => person.id === id)?.name,
    options: data.filter(({ active }) => active).map(({ id, name }) => ({ value: id, words: name })),
  };
}
