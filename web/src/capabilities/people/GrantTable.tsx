import { useQuery } from "@tanstack/react-query";
import { roles, Scope, type AccessObject, type Role } from "@tongzhou/contract/people-roles";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { reading } from "../../platform/http/queries.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { None, StepBars } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./GrantTable.module.css";
import { grantChange, grantOf, type GrantChange } from "./role-grants.ts";

/** Every object has most of these; what only some have stands in the last column. */
const COLUMNS = ["read", "create", "edit", "assign", "export", "delete"];
const FURTHEST = 5;

export interface GrantTableProps {
  role: Role;
  changes: readonly GrantChange[];
  onChange: ((changes: GrantChange[]) => void) | undefined;
}

/** How far each action of a role reaches, object by object. */
export function GrantTable({ role, changes, onChange }: GrantTableProps) {
  const { t } = useTranslation("people");
  const objects = useQuery(reading(roles.listObjects));
  const inTerritories = new Set(
    (objects.data ?? []).flatMap(({ object, territories }) => (territories ? [object] : [])),
  );
  const set = (object: string, action: string, scope: Scope) => {
    const others = changes.filter((change) => change.object !== object || change.action !== action);
    const change = grantChange(role, object, action, scope);
    onChange?.(change === undefined ? others : [...others, change]);
  };
  const cell = (object: string, action: string) => (
    <GrantCell
      role={role}
      offered={Scope.options.filter((scope) => scope !== "territory" || inTerritories.has(object))}
      object={object}
      action={action}
      change={changes.find((each) => each.object === object && each.action === action)}
      onSet={onChange === undefined ? undefined : (scope) => set(object, action, scope)}
    />
  );
  const columns = useGrantColumns(cell);
  if (objects.data === undefined) return <SkeletonRows rows={8} height={40} />;
  return (
    <PlainTable
      label={t("grants")}
      rows={objects.data.filter(({ actions }) => actions.length > 0)}
      rowId={({ object }) => object}
      columns={columns}
    />
  );
}

type ObjectRow = z.infer<typeof AccessObject>;

function useGrantColumns(cell: (object: string, action: string) => ReactNode): PlainColumn<ObjectRow>[] {
  const { t } = useTranslation("people");
  const words = useGrantWords();
  return [
    {
      id: "object",
      head: t("object"),
      width: 112,
      cell: ({ object }) => <b className="nw">{words.object(object)}</b>,
    },
    ...COLUMNS.map((action) => ({
      id: action,
      head: words.action(action),
      cell: ({ object, actions }: ObjectRow) => (actions.includes(action) ? cell(object, action) : <None />),
    })),
    {
      id: "others",
      head: t("otherActions"),
      cell: ({ object, actions }) => (
        <span className="col g4">
          {actions
            .filter((action) => !COLUMNS.includes(action))
            .map((action) => (
              <span key={action} className="row g6 nw">
                <span className="ink3">{words.action(action)}</span>
                {cell(object, action)}
              </span>
            ))}
        </span>
      ),
    },
  ];
}

interface GrantCellProps {
  role: Role;
  /** How far it can be let reach. */
  offered: readonly Scope[];
  object: string;
  action: string;
  change: GrantChange | undefined;
  onSet: ((scope: Scope) => void) | undefined;
}

function GrantCell({ role, offered, object, action, change, onSet }: GrantCellProps) {
  const { t } = useTranslation("people");
  const words = useGrantWords();
  const before = grantOf(role, object, action);
  const scope = change?.to?.scope ?? before?.scope ?? "none";
  const pools = before?.pools ?? [];
  const shown =
    scope === "none" ? (
      <None />
    ) : (
      <span className="row g6">
        <StepBars done={Scope.options.indexOf(scope)} of={FURTHEST} label={words.scope(scope)} />
        <span>
          {words.scope(scope)}
          {pools.length === 0 || scope === "all" ? null : (
            <span className="ink3"> + {pools.map(words.pool).join(t("comma"))}</span>
          )}
        </span>
      </span>
    );
  if (onSet === undefined) return shown;
  return (
    <span className="row g8">
      <Menu
        label={`${words.object(object)} ${words.action(action)}`}
        align="start"
        items={offered.map((each) => ({
          id: each,
          words: words.scope(each),
          chosen: each === scope,
          run: () => onSet(each),
        }))}
        renderOpener={(opener) => (
          <button
            type="button"
            {...opener}
            className={change === undefined ? styles.cell : styles.changed}
            aria-label={`${words.object(object)} ${words.action(action)}: ${words.scope(scope)}`}
          >
            {shown}
          </button>
        )}
      />
      {change === undefined ? null : (
        <span className="t12 ink3 nw">{t("was", { value: words.scope(before?.scope ?? "none") })}</span>
      )}
    </span>
  );
}

/** Objects, actions, scopes and pools as people call them; what has no word yet shows its own name. */
export function useGrantWords() {
  const { t } = useTranslation("people");
  const say = (group: string, name: string): string => t(`${group}.${name}` as never, { defaultValue: name }) as string;
  return {
    object: (name: string) => say("objects", name),
    action: (name: string) => say("actions", name),
    scope: (name: string) => say("scopes", name),
    pool: (name: string) => say("pools", name),
    field: (object: string, name: string) => say(`fields.${object}`, name),
    level: (name: string) => say("levels", name),
  };
}
