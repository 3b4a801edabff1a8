import { useEffect, useState } from "react";

/** Long enough that a word is asked for once. */
const PAUSE_MS = 300;

/** A value once it has not changed for a moment: what is typed is not asked for letter by letter. */
export function useSettled<V>(value: V): V {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
