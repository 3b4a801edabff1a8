import { CloudOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Strip } from "../../ui/feedback/Strip.tsx";
import { useExternal } from "../../ui/hooks/external-value.ts";
import { useFormat } from "../format/useFormat.ts";
import { queryClient } from "../http/queries.ts";
import { askNow, connection } from "./connection.ts";

/** While the server cannot be reached: as of when the page is, and that nothing is saved. */
export function OfflineStrip() {
  const { reachable, asOf } = useExternal(connection);
  return reachable ? null : <Unreachable asOf={asOf} />;
}

function Unreachable({ asOf }: { asOf: number }) {
  const { t } = useTranslation("shell");
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const tryNow = async () => {
    setBusy(true);
    if (await askNow()) await queryClient.invalidateQueries();
    setBusy(false);
  };
  return (
    <Strip
      icon={CloudOff}
      act={
        <Button size="tiny" busy={busy} onClick={() => void tryNow()}>
          {t("tryNow")}
        </Button>
      }
    >
      {t("offline", { time: format.fullMoment(asOf) })}
    </Strip>
  );
}
