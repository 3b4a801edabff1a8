import { ChevronDown, ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "../../../ui/controls/Button.tsx";

/** What was before: there for whoever asks, out of the way for everybody else. */
export function Folded({ words, children }: { words: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button
        look="quiet"
        size="tiny"
        icon={isOpen ? ChevronDown : ChevronRight}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
      </Button>
      {isOpen ? children : null}
    </div>
  );
}
