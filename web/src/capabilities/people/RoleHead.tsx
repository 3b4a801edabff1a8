import { roles, type Role } from "@tongzhou/contract/people-roles";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { RoleDialog } from "./RoleDialog.tsx";
import { useRoleName } from "./useRoleName.ts";

/** Which role it is, how many have it, and what can be done with it as a whole. */
export function RoleHead({ role, roles: all, mayEdit }: { role: Role; roles: readonly Role[]; mayEdit: boolean }) {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const roleName = useRoleName();
  const navigate = useNavigateTo();
  const [asked, setAsked] = useState<"rename" | "copy" | "remove">();
  const name = roleName(role);
  const close = () => setAsked(undefined);
  const remove = async () => {
    const { operationId } = await act(roles.remove, { params: { roleId: role.id } });
    await forget(roles.list);
    sayActed(t("roleRemoved", { name }), operationId);
    navigate.go("/settings/roles");
  };
  const menu = (
    <Menu
      label={name}
      items={[
        { id: "rename", words: t("renameRole"), run: () => setAsked("rename") },
        { id: "copy", words: t("copyRole"), run: () => setAsked("copy") },
        {
          id: "remove",
          words: t("removeRole"),
          danger: true,
          apart: true,
          ...(role.shipped ? { whyOff: t("roleIsShipped") } : {}),
          run: () => setAsked("remove"),
        },
      ]}
      renderOpener={(opener) => <Button {...opener} look="quiet" size="small" icon={Ellipsis} label={t("roleActs")} />}
    />
  );
  return (
    <>
      <SectionHead
        title={<span className="t16">{name}</span>}
        note={
          <Figure href={hrefOf("/settings/people", { role: role.id })} zero={role.peopleCount === 0}>
            {t("peopleCount", { count: role.peopleCount })}
          </Figure>
        }
        {...(mayEdit ? { end: menu } : {})}
      />
      {asked === "rename" ? <RoleDialog roles={all} role={role} onClose={close} /> : null}
      {asked === "copy" ? <RoleDialog roles={all} copyOf={role} onClose={close} /> : null}
      {asked === "remove" ? (
        <ConfirmConsequence
          title={t("removeRoleOf", { name })}
          keep={t("keepRole")}
          act={t("removeRole")}
          onAct={remove}
          onClose={close}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {t("removeRoleMeans", { count: role.peopleCount })}
        </ConfirmConsequence>
      ) : null}
    </>
  );
}
