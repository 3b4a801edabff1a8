import type { BoardColumn } from "@tongzhou/contract/opportunities";
import type { OpportunityTypeShown } from "@tongzhou/contract/opportunity-types";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { CreateOpportunityDialog } from "./CreateOpportunityDialog.tsx";

export interface OpportunityHeadProps {
  look: "board" | "list";
  /** Of the board: what the sentence sums up. */
  columns?: readonly BoardColumn[] | undefined;
  types?: readonly OpportunityTypeShown[];
  typeId?: string | undefined;
  onType?: (typeId: string) => void;
}

const PATHS = { board: "/opportunities", list: "/opportunities/list" } as const;

/** The head of the pages of opportunities: the look, the type, what they are worth, and a new one. */
export function OpportunityHead({ look, columns, types = [], typeId, onType }: OpportunityHeadProps) {
  const { t } = useTranslation("opportunities");
  const [creating, setCreating] = useState(false);
  const mayCreate = useMay("opportunity", "edit");
  const navigate = useNavigateTo();
  const sentence = useSentence(columns);
  const create = () => setCreating(true);
  return (
    <>
      <PageHead
        title={t("title")}
        beside={
          <span className="row g8">
            <Segmented
              label={t("look")}
              value={look}
              onChange={(next) => navigate.go(`${PATHS[next]}${window.location.search}`)}
              options={[
                { value: "board", words: t("board") },
                { value: "list", words: t("list") },
              ]}
            />
            {types.length < 2 || typeId === undefined || onType === undefined ? null : (
              <Segmented
                label={t("type")}
                value={typeId}
                onChange={onType}
                options={types.map(({ id, name }) => ({ value: id, words: name }))}
              />
            )}
          </span>
        }
        {...(sentence === undefined ? {} : { sentence })}
        acts={
          mayCreate ? (
            <Button look="solid" icon={Plus} shortcut="c" onClick={create}>
              {t("create")}
            </Button>
          ) : undefined
        }
        phoneActs={mayCreate ? <Button look="quiet" icon={Plus} label={t("create")} onClick={create} /> : undefined}
      />
      {creating ? <CreateOpportunityDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

function useSentence(columns: readonly BoardColumn[] | undefined): string | undefined {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  if (columns === undefined) return undefined;
  const count = columns.reduce((sum, column) => sum + column.count, 0);
  const sums = new Map<string, { amount: number; weighted: number }>();
  for (const { currency, amount, weighted } of columns.flatMap((column) => column.sums ?? [])) {
    const before = sums.get(currency) ?? { amount: 0, weighted: 0 };
    sums.set(currency, { amount: before.amount + amount, weighted: before.weighted + weighted });
  }
  if (count === 0 || sums.size === 0) return t("running", { count });
  const said = (of: "amount" | "weighted") =>
    [...sums].map(([currency, sum]) => format.money(sum[of], currency)).join(" + ");
  return t("worth", { count, amount: said("amount"), weighted: said("weighted") });
}
