import { ChevronDown } from "lucide-react";
import { Button } from "../../ui/controls/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";

export interface ChoiceMenuProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; words: string }[];
  onChange: (value: V) => void;
}

/** What a figure is about, chosen in the head of the page: the name in grey, the choice beside it. */
export function ChoiceMenu<V extends string>({ label, value, options, onChange }: ChoiceMenuProps<V>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu
      label={label}
      items={options.map((option) => ({
        id: option.value,
        words: option.words,
        chosen: option.value === value,
        run: () => onChange(option.value),
      }))}
      renderOpener={(opener) => (
        <Button {...opener} size="small">
          <span className="row g6">
            <span className="ink3 n">{label}</span> {chosen?.words} <Icon of={ChevronDown} size={12} />
          </span>
        </Button>
      )}
    />
  );
}
