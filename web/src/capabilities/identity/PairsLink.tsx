import { useQuery } from "@tanstack/react-query";
import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import { Merge } from "lucide-react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";

/** The way from the contacts to those who may be there twice. */
export function PairsLink() {
  const { t } = useTranslation("shell");
  const mayEdit = useMay("contact", "edit");
  const read = useQuery({ ...reading(duplicatePairs.count), enabled: mayEdit });
  if (!mayEdit) return null;
  return (
    <Button icon={Merge} href="/contacts/duplicates">
      {read.data?.waiting ? t("pairsCount", { count: read.data.waiting }) : t("pairs")}
    </Button>
  );
}
