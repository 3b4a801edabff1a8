import { useQuery } from "@tanstack/react-query";
import { FieldLevel, roles, type Role } from "@tongzhou/contract/people-roles";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { cx } from "../../ui/cx.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { CellChip, type Paint } from "../../ui/signs/CellChip.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { useGrantWords } from "./GrantTable.tsx";
import styles from "./GrantTable.module.css";
import { fieldChange, fieldGrantOf, type FieldChange } from "./role-grants.ts";
import { useRoleName } from "./useRoleName.ts";

const PAINTS: Readonly<Record<FieldLevel, Paint>> = { edit: "border", read: "tint", masked: "frame", hidden: "dashes" };

export interface FieldGrantTableProps {
  role: Role;
  roles: readonly Role[];
  changes: readonly FieldChange[];
  onChange: ((changes: FieldChange[]) => void) | undefined;
}

/** What roles may do with the fields that are governed one by one; all roles side by side, the chosen one editable. */
export function FieldGrantTable({ role, roles: all, changes, onChange }: FieldGrantTableProps) {
  const { t } = useTranslation("people");
  const words = useGrantWords();
  const objects = useQuery(reading(roles.listObjects));
  const rows = (objects.data ?? []).flatMap(({ object, fields }) => fields.map((field) => ({ object, field })));
  const changeOf = (object: string, field: string) =>
    changes.find((change) => change.object === object && change.field === field);
  const set = (object: string, field: string, level: FieldLevel) => {
    const others = changes.filter((change) => change.object !== object || change.field !== field);
    const change = fieldChange(role, object, field, level);
    onChange?.(change === undefined ? others : [...others, change]);
  };
  const cell = (each: Role, object: string, field: string) => {
    const change = each.id === role.id ? changeOf(object, field) : undefined;
    const level = change?.to?.level ?? fieldGrantOf(each, object, field)?.level ?? "hidden";
    const chip = (
      <CellChip size="word" paint={PAINTS[level]} label={words.level(level)} changed={change !== undefined} />
    );
    if (each.id !== role.id || onChange === undefined) return chip;
    return (
      <Menu
        label={words.field(object, field)}
        align="start"
        items={FieldLevel.options.map((option) => ({
          id: option,
          words: words.level(option),
          chosen: option === level,
          run: () => set(object, field, option),
        }))}
        renderOpener={(opener) => (
          <button
            type="button"
            {...opener}
            className={styles.level}
            aria-label={`${words.field(object, field)}: ${words.level(level)}`}
          >
            {chip}
          </button>
        )}
      />
    );
  };
  const columns = useFieldColumns(role, all, cell);
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("fieldGrants")} note={t("fieldGrantsMean")} />
      <PlainTable
        label={t("fieldGrants")}
        rows={rows}
        rowId={({ object, field }) => `${object}.${field}`}
        columns={columns}
      />
      <p className="t12 ink3 said" style={{ marginTop: "8px" }}>
        {t("levelsMean")}
      </p>
    </section>
  );
}

interface FieldRow {
  object: string;
  field: string;
}

function useFieldColumns(
  role: Role,
  all: readonly Role[],
  cell: (role: Role, object: string, field: string) => ReactNode,
): PlainColumn<FieldRow>[] {
  const { t } = useTranslation("people");
  const words = useGrantWords();
  const roleName = useRoleName();
  return [
    {
      id: "field",
      head: t("field"),
      width: 150,
      cell: ({ object, field }) => (
        <span className="nw">
          {words.field(object, field)} <span className="t12 ink3">{words.object(object)}</span>
        </span>
      ),
    },
    ...all.map((each) => ({
      id: each.id,
      head: (
        <span className={cx(styles.role, each.id === role.id && "b ink")} title={roleName(each)}>
          {roleName(each)}
        </span>
      ),
      cell: ({ object, field }: { object: string; field: string }) => cell(each, object, field),
      notOnPhone: each.id !== role.id,
    })),
  ];
}
