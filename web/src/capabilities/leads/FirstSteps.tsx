import { useQuery } from "@tanstack/react-query";
import { leads } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { useSession } from "../../platform/session/session.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";

/** What a house needs before leads can wait for anybody, in the order in which it is done. */
const STEPS = [
  { id: "people", href: "/settings/people", object: "person", action: "edit" },
  { id: "standard", href: "/settings/standard", object: "standard", action: "read" },
  { id: "routing", href: "/settings/routing", object: "routing", action: "read" },
  { id: "imports", href: "/imports/new", object: "lead", action: "create" },
] as const;

/** Today while there is not one lead yet: where to begin. Draws nothing as soon as there are leads. */
export function FirstSteps() {
  const { t } = useTranslation("leads");
  const { grants } = useSession();
  const { data } = useQuery(reading(leads.count, { query: {} }));
  if (data === undefined || data.count > 0) return null;
  const mine = STEPS.filter(({ object, action }) =>
    grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none"),
  );
  return (
    <Empty title={t("firstSteps.title")}>
      <p>{t("firstSteps.why")}</p>
      <ol className="col g8">
        {mine.map(({ id, href }) => (
          <li key={id}>
            <Anchor href={href}>{t(`firstSteps.${id}`)}</Anchor>
          </li>
        ))}
      </ol>
    </Empty>
  );
}
