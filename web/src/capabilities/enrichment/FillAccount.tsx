import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { enrichment } from "@tongzhou/contract/enrichment";
import { BookOpen } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";

const FillDialog = lazy(async () => ({ default: (await import("./FillDialog.tsx")).FillDialog }));

/** The act of asking what others know about a company; not there where nobody can be asked. */
export function FillAccount({ accountId }: { accountId: string }) {
  const { t } = useTranslation("enrichment");
  const [isOpen, setOpen] = useState(false);
  const account = useQuery(reading(accounts.show, { params: { accountId } }));
  const filled = useQuery(reading(enrichment.ofAccount, { params: { accountId } }));
  if (account.data?.mayEdit !== true || filled.data?.canAsk !== true) return null;
  return (
    <>
      <Button icon={BookOpen} title={t("fillMeans")} onClick={() => setOpen(true)}>
        {t("fill")}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <FillDialog accountId={accountId} name={account.data.name} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}
