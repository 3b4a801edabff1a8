import { useQuery } from "@tanstack/react-query";
import { LEAD_STAGES } from "@tongzhou/contract/lead-stages";
import { leads } from "@tongzhou/contract/leads";
import { opportunityTypes } from "@tongzhou/contract/opportunity-types";
import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import type { TimelineEntry, TimelineObject } from "@tongzhou/contract/timeline";
import {
  CalendarCheck,
  Eye,
  FileText,
  Globe,
  Mail,
  MapPin,
  MessageCircle,
  Pencil,
  Phone,
  PhoneCall,
  Shuffle,
  SquarePen,
  StickyNote,
  UserMinus,
  UserPlus,
  Users,
  type LucideIcon,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import type { TimelineEntry as ShownEntry } from "../../ui/record/Timeline.tsx";

const ICONS: Record<string, LucideIcon> = {
  form: SquarePen,
  visit: Globe,
  event_seat: CalendarCheck,
  email_click: Mail,
  reply: MessageCircle,
  answered_call: PhoneCall,
  content_view: FileText,
  meeting: Users,
};

const ACTIVITY_ICONS: Record<string, LucideIcon> = {
  call: Phone,
  visit: MapPin,
  meeting: Users,
  wechat: MessageCircle,
  email: Mail,
  note: StickyNote,
};

type Of<Kind extends TimelineEntry["kind"]> = Extract<TimelineEntry, { kind: Kind }>;

/** Entries of a timeline in words. */
export function useTimelineWords(object: TimelineObject): (entry: TimelineEntry) => ShownEntry {
  const { t, i18n } = useTranslation("timeline");
  const format = useFormat();
  const codes = useCodeWords();
  // Stages of opportunities are data: the timeline carries their ids, the types know their names.
  const types = useQuery(reading(opportunityTypes.list)).data ?? [];
  const ofTypes = types.flatMap((type) => type.stages);
  // So do the reasons that a company added to its standard.
  const reasons = useQuery(reading(leads.rejectReasons)).data ?? [];
  const ownReason = (code: string): string => reasons.find((each) => each.code === code)?.name ?? t("ownReason");
  const say = (key: string, otherwise: string): string =>
    i18n.exists(`timeline:${key}`) ? String(t(key as never)) : otherwise;
  const stage = (name: string): string =>
    LEAD_STAGES.some((each) => each === name)
      ? say(`stage.${name}`, name)
      : (ofTypes.find(({ id }) => id === name)?.name ?? say(`opportunityStage.${name}`, t("aStage")));
  const base = ({ id, at }: TimelineEntry) => ({
    id,
    time: <span title={format.fullMoment(at)}>{format.clockTime(at)}</span>,
  });

  const touch = (entry: Of<"touch">): ShownEntry => {
    const known = TOUCH_KINDS.some((each) => each === entry.touch);
    const what = known ? say(`touch.${entry.touch}`, entry.touch) : entry.touch;
    const campaign = entry.campaign?.name;
    const who = object === "account" || object === "opportunity" ? (entry.contact.name ?? t("nameless")) : undefined;
    return {
      ...base(entry),
      icon: ICONS[entry.touch] ?? Eye,
      title: (
        <>
          {who === undefined ? null : <b>{who} </b>}
          {what} {entry.title}
        </>
      ),
      ...(campaign === undefined ? {} : { body: campaign }),
      ...(entry.channel === null ? {} : { side: codes.name("channel", entry.channel) }),
    };
  };
  const activity = (entry: Of<"activity">): ShownEntry => {
    const what = say(`activity.${entry.channel ?? entry.activity}`, entry.activity);
    const outcome = entry.outcome === null ? undefined : say(`outcome.${entry.outcome}`, entry.outcome);
    const who = object === "account" || object === "opportunity" ? (entry.contact?.name ?? undefined) : undefined;
    const next =
      entry.nextOn === null
        ? undefined
        : t("next", { day: format.day(entry.nextOn), step: entry.nextStep ?? "" }).trim();
    const said = [entry.text, next].filter(Boolean).join(t("dot"));
    return {
      ...base(entry),
      icon: ACTIVITY_ICONS[entry.channel ?? entry.activity] ?? Pencil,
      title: (
        <>
          <b>{entry.actor.name} </b>
          {[what, who, outcome].filter(Boolean).join(t("dot"))}
        </>
      ),
      ...(said === "" ? {} : { body: said }),
    };
  };
  const move = (entry: Of<"move">): ShownEntry => {
    const { actor, from, to, row, subject, reason, fromOwner, toOwner } = entry;
    const by = actor.kind === "person" ? actor.name : undefined;
    const title = subject === "lead" ? say(`row.${row}`, stage(to)) : say(`act.${row}`, t("moved"));
    const stages = from === null || from === to ? stage(to) : t("fromTo", { from: stage(from), to: stage(to) });
    const owners = fromOwner === toOwner || toOwner === null ? undefined : t("toOwner", { owner: toOwner });
    const why = reason === null ? undefined : say(`reason.${reason}`, ownReason(reason));
    return {
      ...base(entry),
      icon: Shuffle,
      bySystem: actor.kind !== "person",
      title: (
        <>
          {by === undefined || by === null ? null : <b>{by} </b>}
          {title}
        </>
      ),
      body: [stages, owners, why].filter(Boolean).join(t("dot")),
    };
  };
  // What the program keeps beside a fact has no word of its own: the fact is named, once.
  const fieldsOf = (columns: readonly string[]): string[] => {
    const named = columns.map((name) => say(`column.${name}`, "")).filter((word) => word !== "");
    return named.length === 0 ? [t("aFact")] : [...new Set(named)];
  };
  const did = ({ operation, columns }: Of<"edit">): string => {
    const isMerge = operation === "contact.merge" || operation === "account.merge";
    if (columns.includes("merged_into_id")) {
      if (operation.startsWith("account")) return t(isMerge ? "accountMergedAway" : "accountTookApart");
      return t(isMerge ? "mergedAway" : "tookApart");
    }
    if (isMerge && columns.every((column) => column === "parent_id")) return t("parentMerged");
    const fields = fieldsOf(columns).join(t("comma"));
    return isMerge ? t("tookOver", { fields }) : t("edited", { fields });
  };
  const edit = (entry: Of<"edit">): ShownEntry => ({
    ...base(entry),
    icon: Pencil,
    title: (
      <>
        <b>{entry.actor.name} </b>
        {did(entry)}
      </>
    ),
  });
  const membership = (entry: Of<"membership">): ShownEntry => {
    const { id, act, account, contact, role } = entry;
    const isOfAccount = object === "account";
    const key = role === null ? act : (`${act}As` as const);
    const as = role === null ? "" : t(`role.${role}`);
    return {
      id: `${id} ${act}`,
      // It was so from a day on; nobody knows the hour.
      time: null,
      icon: act === "began" ? UserPlus : UserMinus,
      title: (
        <>
          {isOfAccount ? <b>{contact.name ?? t("nameless")} </b> : null}
          {isOfAccount ? t(`memberHere.${key}`, { role: as }) : t(`member.${key}`, { account: account.name, role: as })}
        </>
      ),
    };
  };
  return (entry) => {
    if (entry.kind === "touch") return touch(entry);
    if (entry.kind === "activity") return activity(entry);
    if (entry.kind === "membership") return membership(entry);
    return entry.kind === "move" ? move(entry) : edit(entry);
  };
}
