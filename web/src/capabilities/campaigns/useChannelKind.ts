import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { textKind, type FactKind } from "../../platform/record/editable-fact.tsx";

/** A channel is typed in words; known ones are kept by their code. */
export function useChannelKind(): FactKind<string> {
  const codes = useCodeWords();
  return {
    ...textKind,
    asText: (code) => (code === null ? "" : codes.name("channel", code)),
    parse: (text) => (text.trim() === "" ? null : codes.typed("channel", text.trim())),
  };
}
