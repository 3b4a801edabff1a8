import { useQuery } from "@tanstack/react-query";
import { roles, type Role } from "@tongzhou/contract/people-roles";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { ChoiceRows } from "../../ui/list/ChoiceRows.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { FieldGrantTable } from "./FieldGrantTable.tsx";
import { GrantTable } from "./GrantTable.tsx";
import type { GrantDraft } from "./grant-draft.ts";
import { RoleDialog } from "./RoleDialog.tsx";
import { RoleHead } from "./RoleHead.tsx";
import { UnsavedGrants } from "./UnsavedGrants.tsx";
import { useRoleName } from "./useRoleName.ts";

const PATH = "/settings/roles";
const Url = z.object({ role: z.coerce.string().optional() });

const NOTHING: GrantDraft = { grants: [], fields: [] };

/** What every role may do, cell by cell. */
export function RolesPanel({ renderHead }: { renderHead: (isChosen: boolean) => ReactNode }) {
  const { t } = useTranslation("people");
  const [url] = useUrlState(Url);
  const head = renderHead(url.role !== undefined);
  const read = useQuery(reading(roles.list));
  const roleName = useRoleName();
  const mayEdit = useMay("role", "edit");
  const [isAdding, setAdding] = useState(false);
  const all = read.data ?? [];
  const chosen = all.find(({ id }) => id === url.role) ?? all[0];
  const list = (
    <>
      <ChoiceRows
        label={t("roles")}
        {...(chosen === undefined ? {} : { current: chosen.id })}
        rows={all.map((role) => ({
          id: role.id,
          href: hrefOf(PATH, { role: role.id }),
          name: roleName(role),
          end: t("peopleCount", { count: role.peopleCount }),
          line: role.shipped ? t("shippedRole") : t("ownRole"),
        }))}
      />
      {mayEdit ? (
        <div style={{ padding: "12px 16px" }}>
          <Button look="quiet" size="small" icon={Plus} onClick={() => setAdding(true)}>
            {t("addRole")}
          </Button>
        </div>
      ) : null}
      {isAdding ? <RoleDialog roles={all} onClose={() => setAdding(false)} /> : null}
    </>
  );
  if (read.isError) {
    return (
      <Panes head={head}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </Panes>
    );
  }
  if (chosen === undefined) {
    return (
      <Panes head={head}>
        <SkeletonRows rows={8} />
      </Panes>
    );
  }
  return (
    <OneRole
      key={chosen.id}
      head={head}
      list={list}
      role={chosen}
      roles={all}
      mayEdit={mayEdit}
      isChosen={url.role !== undefined}
    />
  );
}

interface OneRoleProps {
  head: ReactNode;
  list: ReactNode;
  role: Role;
  roles: readonly Role[];
  mayEdit: boolean;
  isChosen: boolean;
}

function OneRole({ head, list, role, roles: all, mayEdit, isChosen }: OneRoleProps) {
  const [draft, setDraft] = useState(NOTHING);
  const isDirty = draft.grants.length + draft.fields.length > 0;
  const rail = isDirty ? <UnsavedGrants role={role} draft={draft} onDone={() => setDraft(NOTHING)} /> : undefined;
  return (
    <Panes head={head} list={list} isChosen={isChosen} {...(rail === undefined ? {} : { rail })}>
      <section>
        <RoleHead role={role} roles={all} mayEdit={mayEdit} />
        <GrantTable
          role={role}
          changes={draft.grants}
          onChange={mayEdit ? (grants) => setDraft({ ...draft, grants }) : undefined}
        />
      </section>
      <FieldGrantTable
        role={role}
        roles={all}
        changes={draft.fields}
        onChange={mayEdit ? (fields) => setDraft({ ...draft, fields }) : undefined}
      />
    </Panes>
  );
}
