import { useQuery } from "@tanstack/react-query";
import { products } from "@tongzhou/contract/products";
import { reading } from "../../platform/http/queries.ts";
import type { SelectOption } from "../../ui/fields/SelectField.tsx";

export interface ProductLines {
  nameOf: (id: string | null | undefined) => string | undefined;
  /** What is sold now, for pickers. */
  options: readonly SelectOption[];
}

/** The product lines by name. */
export function useProductLines(): ProductLines {
  const { data = [] } = useQuery(reading(products.list));
  return {
    nameOf: (id) => data.find((line) => line.id === id)?.name,
    options: data.filter(({ active }) => active).map(({ id, name }) => ({ value: id, words: name })),
  };
}
