import type { ConsentOfContact, ConsentStatement } from "@tongzhou/contract/privacy";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { useConsentWords } from "./useConsentWords.ts";

/** Everything that was ever stated, with its evidence; the newest first. */
export function ConsentHistory({ consent, onClose }: { consent: ConsentOfContact; onClose: () => void }) {
  const { t } = useTranslation("privacy");
  const { t: ui } = useTranslation("ui");
  return (
    <Dialog title={t("history")} onClose={onClose} width={560} foot={<Button onClick={onClose}>{ui("close")}</Button>}>
      <ol className="list col g16">
        {consent.statements.map((statement) => (
          <OneStatement key={statement.id} statement={statement} consent={consent} />
        ))}
      </ol>
    </Dialog>
  );
}

function OneStatement({ statement, consent }: { statement: ConsentStatement; consent: ConsentOfContact }) {
  const { t } = useTranslation("privacy");
  const words = useConsentWords();
  const { identifierId, channel, purpose, state, evidence } = statement;
  const stated = consent.identifiers.find(({ identifier }) => identifier.id === identifierId);
  return (
    <li className="col g2 t13">
      <span>
        <b className={cx(state === "granted" ? "green" : "red")}>{t(`state.${state}`)}</b>{" "}
        {t("channelForPurpose", { channel: t(`channel.${channel}`), purpose: t(`purpose.${purpose}`) })}
        {stated === undefined ? null : <span className="ink2"> {words.identifier(stated.identifier)}</span>}
      </span>
      {evidence === null ? null : (
        <span className="quoted" style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
          {evidence}
        </span>
      )}
      <span className="t12 ink3">{words.source(statement)}</span>
    </li>
  );
}
