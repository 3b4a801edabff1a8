import { Check } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { useShortcut } from "../keyboard/useShortcut.ts";
import styles from "./Choices.module.css";
import { Kbd } from "./Kbd.tsx";

export interface Choice<V extends string> {
  value: V;
  words: string;
  /** One line that says what choosing it means; makes it a card. */
  meaning?: ReactNode;
  /** A sign before the word, such as a painted cell. */
  sign?: ReactNode;
  shortcut?: string;
  whyOff?: string;
}

export interface ChoicesProps<V extends string> {
  options: readonly Choice<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  label: string;
}

/** A choice among a few that are worth reading: framed words, or cards with a line of meaning. */
export function Choices<V extends string>({ options, value, onChange, label }: ChoicesProps<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.choices}>
      {options.map((option) => (
        <OneChoice key={option.value} name={name} choice={option} chosen={option.value === value} onChoose={onChange} />
      ))}
    </div>
  );
}

function OneChoice<V extends string>(props: {
  name: string;
  choice: Choice<V>;
  chosen: boolean;
  onChoose: (value: V) => void;
}) {
  const { name, choice, chosen, onChoose } = props;
  const isOff = choice.whyOff !== undefined;
  useShortcut({ keys: choice.shortcut, words: choice.words, run: () => onChoose(choice.value), when: !isOff });
  return (
    <label
      className={cx(styles.choice, choice.meaning !== undefined && styles.card, isOff && styles.off)}
      title={choice.whyOff}
    >
      <input
        type="radio"
        name={name}
        className="unseen"
        checked={chosen}
        disabled={isOff}
        onChange={() => onChoose(choice.value)}
      />
      <span className={styles.frame}>
        <span className={styles.words}>
          {chosen ? <Icon of={Check} size={14} /> : null}
          {choice.sign}
          {choice.words}
          {choice.shortcut === undefined ? null : <Kbd keys={choice.shortcut} />}
        </span>
        {choice.meaning === undefined ? null : <span className={styles.meaning}>{choice.meaning}</span>}
      </span>
    </label>
  );
}
