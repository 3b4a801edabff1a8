import { useQuery } from "@tanstack/react-query";
import { standards, type StandardPage, type StandardVersion } from "@tongzhou/contract/standards";
import { Ellipsis, FilePlus2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { Pill } from "../../ui/signs/Marks.tsx";
import { DiscardDraft } from "./DiscardDraft.tsx";
import { StandardEditor } from "./StandardEditor.tsx";
import { STANDARD_PARTS } from "./StandardParts.tsx";

const PATH = "/settings/standard";
const Url = z.object({
  version: z.coerce.string().optional(),
  part: z.enum(STANDARD_PARTS).default("matrix").catch("matrix"),
});

/** The lead standard: the newest draft, else what is in force; every other version behind the menu. */
export function StandardPanel() {
  const [url] = useUrlState(Url);
  const list = useQuery(reading(standards.list));
  const versions = list.data ?? [];
  const chosen =
    versions.find(({ id }) => id === url.version) ?? versions.find(({ state }) => state === "draft") ?? versions[0];
  const page = useQuery({
    ...reading(standards.read, { params: { standardId: chosen?.id ?? "" } }),
    enabled: chosen !== undefined,
  });
  const failure = list.error ?? page.error;
  if (failure !== null) {
    return (
      <Panes head={<StandardHead versions={versions} />}>
        <ReadFailure failure={failure} onRetry={() => void list.refetch()} />
      </Panes>
    );
  }
  if (list.data !== undefined && chosen === undefined) return <NoStandard />;
  if (page.data === undefined) {
    return (
      <Panes head={<StandardHead versions={versions} />}>
        <SkeletonRows rows={8} />
      </Panes>
    );
  }
  const hrefOfPart = (part: string) => hrefOf(PATH, { version: page.data.id, part });
  return (
    <StandardEditor
      key={`${page.data.id}-${page.data.contentHash}`}
      head={<StandardHead versions={versions} page={page.data} />}
      page={page.data}
      part={url.part}
      hrefOfPart={hrefOfPart}
    />
  );
}

function useBegin(): { begin: (basedOnId: string | null) => void; isBusy: boolean } {
  const { t } = useTranslation("standards");
  const { t: shell } = useTranslation("shell");
  const create = useAct(standards.create);
  const navigate = useNavigateTo();
  const begin = (basedOnId: string | null) =>
    create.mutate(
      { body: { basedOnId } },
      {
        onSuccess: ({ answer, operationId }) => {
          void forget(standards.list);
          sayActed(t("begun", { version: answer.version }), operationId);
          navigate.go(hrefOf(PATH, { version: answer.id }));
        },
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  return { begin, isBusy: create.isPending };
}

function NoStandard() {
  const { t } = useTranslation("standards");
  const mayEdit = useMay("standard", "edit");
  const { begin, isBusy } = useBegin();
  return (
    <Panes head={<StandardHead versions={[]} />}>
      <Empty
        title={t("none")}
        {...(mayEdit
          ? {
              act: (
                <Button look="solid" busy={isBusy} onClick={() => begin(null)}>
                  {t("beginShipped")}
                </Button>
              ),
            }
          : {})}
      >
        {t("noneWhy")}
      </Empty>
    </Panes>
  );
}

function StandardHead({ versions, page }: { versions: readonly StandardVersion[]; page?: StandardPage }) {
  const { t } = useTranslation("standards");
  const format = useFormat();
  const mayEdit = useMay("standard", "edit");
  const { begin, isBusy } = useBegin();
  const [isDiscarding, setDiscarding] = useState(false);
  const inForce = versions.find(({ state }) => state === "in_force");
  const crumbs = [{ words: t("settings"), href: "/settings" }, { words: t("standard") }];
  if (page === undefined) return <PageHead title={t("standard")} crumbs={crumbs} />;
  const items = [
    ...versions.map((each) => ({
      id: each.id,
      words: `${t("version", { version: each.version })} · ${t(`states.${each.state}`)}`,
      chosen: each.id === page.id,
      href: hrefOf(PATH, { version: each.id }),
    })),
    ...(mayEdit && page.state === "draft"
      ? [{ id: "discard", words: t("discard"), danger: true, apart: true, run: () => setDiscarding(true) }]
      : []),
  ];
  const since = page.inForceFrom === null ? undefined : t("since", { day: format.moment(page.inForceFrom) });
  const present = inForce === undefined ? t("nothingInForce") : t("inForceNow", { version: inForce.version });
  return (
    <>
      <PageHead
        title={t("version", { version: page.version })}
        crumbs={crumbs}
        beside={<Pill tone={page.state === "in_force" ? "good" : "plain"}>{t(`states.${page.state}`)}</Pill>}
        sentence={page.state === "draft" ? present : since}
        acts={
          <>
            {mayEdit && page.state !== "draft" ? (
              <Button icon={FilePlus2} busy={isBusy} onClick={() => begin(page.id)}>
                {t("beginFrom")}
              </Button>
            ) : null}
            <Menu
              label={t("versions")}
              items={items}
              renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("versions")} />}
            />
          </>
        }
      />
      {isDiscarding ? <DiscardDraft page={page} onClose={() => setDiscarding(false)} /> : null}
    </>
  );
}
