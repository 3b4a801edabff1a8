import { useEffect, useRef, useState } from "react";
import { SearchBox } from "../../ui/fields/SearchBox.tsx";

/** Long enough that a word is asked for once, short enough to feel like typing. */
const PAUSE_MS = 250;

/** The quick search of a list: asks when the typing pauses. */
export function ListSearch(props: { value: string; onChange: (value: string) => void; words: string }) {
  const { value, onChange, words } = props;
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  // Changed from outside, by another view for example; what we sent ourselves must not undo what was typed since.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => {
      setSent(typed);
      latest.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return <SearchBox words={words} value={typed} onChange={setTyped} />;
}
