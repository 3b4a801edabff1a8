import { useQuery } from "@tanstack/react-query";
import { people } from "@tongzhou/contract/people";
import { reading } from "../../platform/http/queries.ts";

/** Whether anybody works here besides the viewer. */
export function useColleagues(): boolean {
  const { data = [] } = useQuery(reading(people.directory));
  return data.filter(({ active }) => active).length > 1;
}
