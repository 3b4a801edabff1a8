import { useQuery } from "@tanstack/react-query";
import { privacy, type PersonFound } from "@tongzhou/contract/privacy";
import { Search } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { PageBody } from "../../ui/list/PageBody.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PersonFile } from "./PersonFile.tsx";
import { RequestList } from "./RequestList.tsx";

const LONGEST_VALUE = 200;

/** Somebody asks what we hold of them, or to be forgotten: found by a number or mailbox, answered, and written down. */
export function PrivacyDesk({ head }: { head: ReactNode }) {
  const { t } = useTranslation("privacy");
  const [typed, setTyped] = useState("");
  const [sought, setSought] = useState("");
  const [chosenId, setChosen] = useState<string>();
  const value = typed.trim();
  const begin = () => {
    setTyped("");
    setSought("");
    setChosen(undefined);
  };
  const find = () => {
    setSought(value);
    setChosen(undefined);
  };
  return (
    <PageBody head={head}>
      <form
        className="row g8 wrap"
        style={{ alignItems: "flex-end", maxWidth: "560px" }}
        onSubmit={(event) => {
          event.preventDefault();
          if (value !== "") find();
        }}
      >
        <div className="grow">
          <TextField
            label={t("whose")}
            value={typed}
            onChange={setTyped}
            maxLength={LONGEST_VALUE}
            autoComplete="off"
          />
        </div>
        <Button type="submit" icon={Search} disabled={value === ""}>
          {t("find")}
        </Button>
      </form>
      <p className="t13 ink2">{t("whoseWhy")}</p>
      {sought === "" ? null : <Found value={sought} chosenId={chosenId} onChoose={setChosen} />}
      {chosenId === undefined ? null : <PersonFile key={chosenId} contactId={chosenId} onDone={begin} />}
      <section>
        <SectionHead title={t("requests")} />
        <RequestList />
      </section>
    </PageBody>
  );
}

interface FoundProps {
  value: string;
  chosenId: string | undefined;
  onChoose: (contactId: string) => void;
}

function Found({ value, chosenId, onChoose }: FoundProps) {
  const { t } = useTranslation("privacy");
  const read = useQuery(reading(privacy.findPeople, { body: { value } }));
  if (read.isPending) return <SkeletonRows rows={2} height={44} />;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data.length === 0) return <Empty title={t("nobody")}>{t("nobodyWhy")}</Empty>;
  return (
    <ul className="list">
      {read.data.map((person) => (
        <li key={person.contactId} className="row g12 wrap" style={{ padding: "8px 0" }}>
          <span className="col grow">
            <b className="t14">{person.name ?? t("nameless")}</b>
            <span className="t13 ink2" style={{ overflowWrap: "anywhere" }}>
              {describe(person)}
            </span>
          </span>
          {person.records > 1 ? <span className="t12 ink3">{t("records", { count: person.records })}</span> : null}
          <Button
            size="small"
            look={person.contactId === chosenId ? "solid" : "plain"}
            onClick={() => onChoose(person.contactId)}
          >
            {t("whatWeHold")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const describe = ({ identifiers }: PersonFound): string => identifiers.map(({ value }) => value).join(" · ");
