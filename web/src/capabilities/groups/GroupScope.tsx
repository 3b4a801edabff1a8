import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { useGroupScope } from "./useGroupScope.ts";

/** One company, or it with all below it; nothing where nothing stands below. */
export function GroupScope({ accountId }: { accountId: string }) {
  const { t } = useTranslation("groups");
  const [scope, change] = useGroupScope();
  const { data } = useQuery(reading(accounts.show, { params: { accountId } }));
  if (data?.hasChildren !== true) return null;
  return (
    <Segmented
      label={t("scope")}
      value={scope}
      onChange={change}
      options={[
        { value: "whole", words: t(data.parentId === null ? "whole" : "withBelow") },
        { value: "one", words: t("one") },
      ]}
    />
  );
}
