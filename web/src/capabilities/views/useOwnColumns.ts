import { useState } from "react";
import { useSession } from "../../platform/session/session.ts";
import { storedText } from "../../ui/hooks/stored-text.ts";

export interface OwnColumns {
  /** The columns this person chose last for the list on this device; undefined when they never did. */
  columns: readonly string[] | undefined;
  choose: (columns: readonly string[] | undefined) => void;
}

const SEPARATOR = " ";

/** The columns of a list as a person left them, with their widths. */
export function useOwnColumns(object: string): OwnColumns {
  const { person } = useSession();
  const key = `columns.${person.id}.${object}`;
  const [columns, setColumns] = useState(() => storedText.read(key)?.split(SEPARATOR));
  return {
    columns,
    choose: (chosen) => {
      storedText.write(key, chosen?.join(SEPARATOR) ?? null);
      setColumns(chosen && [...chosen]);
    },
  };
}
