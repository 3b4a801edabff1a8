import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { standards, type StandardPage } from "@tongzhou/contract/standards";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { forget, queryClient, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { Tabs } from "../../ui/list/Tabs.tsx";
import { StandardRail } from "./StandardRail.tsx";
import { STANDARD_PARTS, StandardParts, type StandardPart } from "./StandardParts.tsx";

export interface StandardEditorProps {
  head: ReactNode;
  page: StandardPage;
  part: StandardPart;
  hrefOfPart: (part: StandardPart) => string;
}

const same = (one: LeadStandard, other: LeadStandard): boolean => JSON.stringify(one) === JSON.stringify(other);

/** One version, part by part. What is edited has no force and is not seen by others until it is saved. */
export function StandardEditor({ head, page, part, hrefOfPart }: StandardEditorProps) {
  const { t } = useTranslation("standards");
  const [content, setContent] = useState(page.content);
  const edit = useAct(standards.edit);
  const isEditable = page.mayEdit && page.state === "draft" && page.signatures.length === 0;
  const isDirty = !same(content, page.content);
  const save = () =>
    edit.mutate(
      { params: { standardId: page.id }, body: { content: { from: page.content, to: content } } },
      {
        onSuccess: ({ answer, operationId }) => {
          queryClient.setQueryData(reading(standards.read, { params: { standardId: page.id } }).queryKey, answer);
          void forget(standards.list);
          sayActed(t("saved", { version: page.version }), operationId);
        },
      },
    );
  const counts: Partial<Record<StandardPart, number>> = {
    fit: content.fitRules.length,
    engagement: content.engagementRules.length,
    questions: content.questionSets.reduce((sum, { questions }) => sum + questions.length, 0),
    reasons: content.rejectReasons.length,
  };
  return (
    <Panes
      head={head}
      tabs={
        <Tabs
          label={t("parts.label")}
          current={part}
          tabs={STANDARD_PARTS.map((id) => {
            const count = counts[id];
            return { id, words: t(`parts.${id}`), href: hrefOfPart(id), ...(count === undefined ? {} : { count }) };
          })}
        />
      }
      rail={<StandardRail page={page} isDirty={isDirty} />}
      {...(isDirty
        ? {
            foot: (
              <>
                <b className="t13">{t("unsaved")}</b>
                <FailureNote failure={edit.error} />
                <span className="grow" />
                <Button look="quiet" onClick={() => setContent(page.content)}>
                  {t("giveUp")}
                </Button>
                <Button look="solid" shortcut="mod+s" busy={edit.isPending} onClick={save}>
                  {t("save")}
                </Button>
              </>
            ),
          }
        : {})}
    >
      <StandardParts
        part={part}
        before={page.content}
        content={content}
        onChange={isEditable ? setContent : undefined}
        isSigned={page.state === "draft" && page.signatures.length > 0}
      />
    </Panes>
  );
}
