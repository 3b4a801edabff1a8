import { session } from "@tongzhou/contract/people-session";
import { roles, type Role } from "@tongzhou/contract/people-roles";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { useGrantWords } from "./GrantTable.tsx";
import { fieldGrantOf, grantOf } from "./role-grants.ts";
import type { GrantDraft } from "./grant-draft.ts";
import { useRoleName } from "./useRoleName.ts";

/** What was changed in a role and has no force yet. */
export function UnsavedGrants({ role, draft, onDone }: { role: Role; draft: GrantDraft; onDone: () => void }) {
  const { t } = useTranslation("people");
  const words = useGrantWords();
  const roleName = useRoleName();
  const save = useAct(roles.setGrants);
  const count = draft.grants.length + draft.fields.length;
  const submit = () =>
    save.mutate(
      { params: { roleId: role.id }, body: { grants: [...draft.grants], fields: [...draft.fields] } },
      {
        onSuccess: ({ operationId }) => {
          void forget(roles.list, session.whoAmI);
          sayActed(t("grantsChanged", { name: roleName(role), count }), operationId);
          onDone();
        },
      },
    );
  const lines = [
    ...draft.grants.map(({ object, action, to }) => ({
      id: `${object}.${action}`,
      what: `${words.action(action)} ${words.object(object)}`,
      from: words.scope(grantOf(role, object, action)?.scope ?? "none"),
      to: words.scope(to?.scope ?? "none"),
    })),
    ...draft.fields.map(({ object, field, to }) => ({
      id: `${object}#${field}`,
      what: `${words.object(object)} ${words.field(object, field)}`,
      from: words.level(fieldGrantOf(role, object, field)?.level ?? "hidden"),
      to: words.level(to?.level ?? "hidden"),
    })),
  ];
  return (
    <section className="col g12">
      <SectionHead title={t("unsaved")} note={t("places", { count })} />
      <ul className="list t13">
        {lines.map((line) => (
          <li key={line.id} style={{ padding: "8px 0" }}>
            <div className="ink2">{line.what}</div>
            <div>
              {line.from} → <b>{line.to}</b>
            </div>
          </li>
        ))}
      </ul>
      <p className="t12 ink3">{t("grantsMean", { count: role.peopleCount, name: roleName(role) })}</p>
      <FailureNote failure={save.error} />
      <div className="row g8">
        <Button look="solid" busy={save.isPending} onClick={submit}>
          {t("saveGrants")}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t("giveUp")}
        </Button>
      </div>
    </section>
  );
}
