import { session, type DemoPerson } from "@tongzhou/contract/people-session";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { Kbd } from "../../ui/controls/Kbd.tsx";
import { cx } from "../../ui/cx.ts";
import { useShortcut } from "../../ui/keyboard/useShortcut.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { sayFailure } from "../http/say-failure.ts";
import { useAct } from "../http/useAct.ts";
import { useLanguage } from "../language/language.ts";
import { AwaitingClock, useAwaitingSentence } from "./Awaiting.tsx";
import styles from "./DemoPeople.module.css";
import { useEnter } from "./useEnter.ts";

/** Digits end at nine. */
const MOST_KEYS = 9;

/** The people of the demo company and what each of them faces at this minute: the first with ↵, the others with their digit. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const { t: shell } = useTranslation("shell");
  const enter = useEnter();
  const signIn = useAct(session.signIn);
  const [pressed, setPressed] = useState<string>();
  const failure = signIn.error === null ? undefined : sayFailure(shell, signIn.error);
  const come = (person: DemoPerson) => {
    if (signIn.isPending) return;
    setPressed(person.personId);
    const { email, password } = person;
    signIn.mutate({ body: { email, password } }, { onSuccess: ({ answer }) => void enter(answer) });
  };
  return (
    <>
      <ul className={styles.people}>
        {people.map((person, at) => (
          <OnePerson
            key={person.personId}
            person={person}
            at={at}
            busy={signIn.isPending && pressed === person.personId}
            onCome={() => come(person)}
          />
        ))}
      </ul>
      {failure === undefined ? null : (
        <div className={styles.failure}>
          <ErrorNote happened={failure.happened}>{failure.todo}</ErrorNote>
        </div>
      )}
    </>
  );
}

function OnePerson(props: { person: DemoPerson; at: number; busy: boolean; onCome: () => void }) {
  const { person, at, busy, onCome } = props;
  const { t } = useTranslation("session");
  const language = useLanguage();
  const isFirst = at === 0;
  const sentence = useAwaitingSentence(person.awaits);
  const role = person.roles[0]?.name[language === "en" ? "en" : "zh"];
  const words = t("enterAs", { name: person.name });
  const keys = isFirst ? "enter" : at < MOST_KEYS ? String(at + 1) : undefined;
  useShortcut({ keys, words, run: onCome, when: !busy });
  const inside = (
    <>
      <Avatar name={person.name} size={32} />
      <span className="grow">
        <span className="named">
          <b>{person.name}</b>
          <span className="t13 ink3">{role}</span>
        </span>
        {sentence === undefined ? null : <span className={cx("t13 ink2 ell", styles.sentence)}>{sentence}</span>}
      </span>
      <AwaitingClock awaits={person.awaits} />
    </>
  );
  if (isFirst) {
    return (
      <li className={cx(styles.person, styles.first)}>
        {inside}
        <Button look="solid" busy={busy} onClick={onCome}>
          {words}
          <span className={styles.enter}>
            <Kbd keys="enter" />
          </span>
        </Button>
      </li>
    );
  }
  return (
    <li>
      <button type="button" className={styles.person} aria-label={words} aria-busy={busy || undefined} onClick={onCome}>
        {inside}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </button>
    </li>
  );
}
