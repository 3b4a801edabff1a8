import type { Contact } from "@tongzhou/contract/contacts";
import type { Membership } from "@tongzhou/contract/memberships";
import { Ellipsis, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/controls/Button.tsx";
import { Empty } from "../../../ui/feedback/Empty.tsx";
import { Menu } from "../../../ui/layers/Menu.tsx";
import { Anchor } from "../../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../../ui/record/SectionHead.tsx";
import { Folded } from "./Folded.tsx";
import { useMembershipWords } from "./useMembershipWords.ts";

const JobDialog = lazy(async () => ({ default: (await import("./JobDialog.tsx")).JobDialog }));
const EndJobDialog = lazy(async () => ({ default: (await import("./EndJobDialog.tsx")).EndJobDialog }));
const CorrectJobDialog = lazy(async () => ({ default: (await import("./CorrectJobDialog.tsx")).CorrectJobDialog }));

type Step = "begin" | { readonly act: "move" | "leave" | "correct"; readonly membership: Membership };

/** Where a person works, and where they worked before. */
export function MembershipsOf({ contact }: { contact: Contact }) {
  const { t } = useTranslation("memberships");
  const [step, setStep] = useState<Step>();
  const jobs = contact.memberships.filter(({ accountKind }) => accountKind === "company");
  const present = jobs.filter(({ until }) => until === null);
  const former = jobs.filter(({ until }) => until !== null);
  const row = (membership: Membership) => (
    <JobRow
      key={membership.id}
      membership={membership}
      mayEdit={contact.mayEdit}
      onAct={(act) => setStep({ act, membership })}
    />
  );
  return (
    <section>
      <SectionHead
        title={t("title")}
        end={
          contact.mayEdit ? (
            <Button look="quiet" size="tiny" icon={Plus} onClick={() => setStep("begin")}>
              {t("add")}
            </Button>
          ) : undefined
        }
      />
      {present.length === 0 ? <Empty title={t("none")}>{t("noneWhy")}</Empty> : null}
      {present.map(row)}
      {former.length === 0 ? null : <Folded words={t("former", { count: former.length })}>{former.map(row)}</Folded>}
      {step === undefined ? null : (
        <Suspense fallback={null}>
          <Acting contact={contact} step={step} onClose={() => setStep(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

function Acting({ contact, step, onClose }: { contact: Contact; step: Step; onClose: () => void }) {
  if (step === "begin") return <JobDialog contact={contact} onClose={onClose} />;
  const { act, membership } = step;
  if (act === "move") return <JobDialog contact={contact} leaving={membership} onClose={onClose} />;
  if (act === "leave") return <EndJobDialog contact={contact} membership={membership} onClose={onClose} />;
  return <CorrectJobDialog contact={contact} membership={membership} onClose={onClose} />;
}

interface JobRowProps {
  membership: Membership;
  mayEdit: boolean;
  onAct: (act: "move" | "leave" | "correct") => void;
}

function JobRow({ membership, mayEdit, onAct }: JobRowProps) {
  const { t } = useTranslation("memberships");
  const words = useMembershipWords();
  const { accountId, accountName, until } = membership;
  const isPresent = until === null;
  return (
    <div className="row g8 t13" style={{ padding: "6px 0" }}>
      <span className="grow" style={{ minWidth: 0 }}>
        <Anchor href={`/accounts/${accountId}`} className="ell" title={accountName} style={{ display: "block" }}>
          {isPresent ? <b>{accountName}</b> : <span className="ink2">{accountName}</span>}
        </Anchor>
        <small className="t12 ink3" style={{ display: "block" }}>
          {[words.job(membership), words.time(membership)].filter(Boolean).join(" · ")}
        </small>
      </span>
      {mayEdit ? (
        <Menu
          label={accountName}
          items={[
            ...(isPresent
              ? [
                  { id: "move", words: t("move"), run: () => onAct("move") },
                  { id: "leave", words: t("leave"), run: () => onAct("leave") },
                ]
              : []),
            { id: "correct", words: t("correct"), apart: isPresent, run: () => onAct("correct") },
          ]}
          renderOpener={(opener) => (
            <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("actsOf", { name: accountName })} />
          )}
        />
      ) : null}
    </div>
  );
}
