import { standards, type StandardPage, type StandardSide } from "@tongzhou/contract/standards";
import { PenLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";

/** Signs exactly the content that is shown. A signature cannot be taken back, so the button says what follows. */
export function SignStandard({ page, isDirty }: { page: StandardPage; isDirty: boolean }) {
  const { t } = useTranslation("standards");
  const sign = useAct(standards.sign);
  const errors = page.problems.filter(({ severity }) => severity === "error").length;
  const whyOff = isDirty ? t("saveFirst") : errors > 0 ? t("mendFirst", { count: errors }) : undefined;
  const isLast = page.signatures.length === 1;
  const submit = (side: StandardSide) =>
    sign.mutate(
      { params: { standardId: page.id }, body: { side, contentHash: page.contentHash } },
      {
        onSuccess: ({ answer }) => {
          void forget(standards.list, standards.read);
          sayDone(
            t(answer.state === "in_force" ? "nowInForce" : "signedFor", {
              version: page.version,
              side: t(`sides.${side}`),
            }),
          );
        },
      },
    );
  return (
    <>
      <FailureNote failure={sign.error} />
      {page.maySignFor.map((side, at) => (
        <div key={side}>
          <Button
            look={at === 0 && !isDirty ? "solid" : "plain"}
            icon={PenLine}
            busy={sign.isPending}
            whyOff={whyOff}
            onClick={() => submit(side)}
          >
            {t(isLast ? "signLast" : "signFirst", { side: t(`sides.${side}`) })}
          </Button>
        </div>
      ))}
      <p className="t12 ink3">{page.maySignFor.length === 0 ? t("notYours") : t("signMeans")}</p>
    </>
  );
}
