import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { useTranslation } from "react-i18next";
import { EngagementRules } from "./EngagementRules.tsx";
import { FitRules } from "./FitRules.tsx";
import { MatrixEditor } from "./MatrixEditor.tsx";
import { QuestionSets } from "./QuestionSets.tsx";
import { RecycleLimitsEditor } from "./RecycleLimitsEditor.tsx";
import type { PartProps } from "./part-props.ts";
import { RejectReasons } from "./RejectReasons.tsx";
import { ResponseTimesEditor } from "./ResponseTimesEditor.tsx";

export const STANDARD_PARTS = ["matrix", "fit", "engagement", "questions", "times", "reasons", "recycle"] as const;
export type StandardPart = (typeof STANDARD_PARTS)[number];

export interface StandardPartsProps extends PartProps {
  part: StandardPart;
  /** As it is stored. */
  before: LeadStandard;
  isSigned: boolean;
}

/** The chosen part of a version. */
export function StandardParts({ part, before, content, onChange, isSigned }: StandardPartsProps) {
  const { t } = useTranslation("standards");
  return (
    <>
      {isSigned ? <p className="quoted t13 ink2">{t("signedStays")}</p> : null}
      <Part part={part} before={before} content={content} onChange={onChange} />
    </>
  );
}

function Part({ part, before, ...rest }: PartProps & { part: StandardPart; before: LeadStandard }) {
  switch (part) {
    case "matrix":
      return <MatrixEditor before={before} {...rest} />;
    case "fit":
      return <FitRules {...rest} />;
    case "engagement":
      return <EngagementRules {...rest} />;
    case "questions":
      return <QuestionSets {...rest} />;
    case "times":
      return <ResponseTimesEditor {...rest} />;
    case "reasons":
      return <RejectReasons {...rest} />;
    case "recycle":
      return <RecycleLimitsEditor {...rest} />;
  }
}
