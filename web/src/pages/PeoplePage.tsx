import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PeopleTable, TeamTree } from "../capabilities/people/index.ts";
import { hrefOf, useUrlState } from "../platform/routing/useUrlState.ts";
import { ListLayout } from "../ui/list/ListLayout.tsx";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";
import { Tabs } from "../ui/list/Tabs.tsx";

const Url = z.object({ part: z.enum(["people", "teams"]).default("people").catch("people") });

/** `/settings/people`: who works here, and in which team. */
export function PeoplePage() {
  const { t } = useTranslation("pages");
  const [{ part }] = useUrlState(Url);
  const head = <PageHead title={t("place.people")} crumbs={[{ words: t("settings"), href: "/settings" }]} />;
  const tabs = (
    <Tabs
      label={t("tabs")}
      current={part}
      tabs={[
        { id: "people", words: t("peopleTab"), href: "/settings/people" },
        { id: "teams", words: t("teamsTab"), href: hrefOf("/settings/people", { part: "teams" }) },
      ]}
    />
  );
  if (part === "teams") {
    return (
      <PageBody head={head} tabs={tabs}>
        <TeamTree />
      </PageBody>
    );
  }
  return (
    <ListLayout head={head} tabs={tabs}>
      <PeopleTable />
    </ListLayout>
  );
}
