import { LEAD_STAGES, type LeadStage } from "@tongzhou/contract/lead-stages";
import { foldHeader } from "./fold-header.ts";

/** What other systems call the stages of R-LEAD-1. */
const NAMES: Record<LeadStage, string> = {
  raw: "新线索 新建 未处理 待处理 未跟进 待跟进 新增 new open lead subscriber",
  nurturing: "培育 培育中 待培育 长期培育 暂缓 nurture nurturing recycled",
  qualifying: "清洗中 待清洗 筛选中 待确认 核实中 qualifying working contacting prospecting",
  mql: "市场合格 市场合格线索 待分配 未分配 marketingqualified marketingqualifiedlead unassigned",
  assigned: "已分配 待接受 待领取 assigned",
  sql: "销售认可 销售认可线索 跟进中 已接受 已认领 已领取 感兴趣 salesqualified salesqualifiedlead accepted inprogress engaging engaged",
  converted: "已转化 已转商机 商机 转化 已转换 成交 已成交 赢单 converted opportunity won customer",
  disqualified: "无效 已失效 无效线索 失败 已关闭 关闭 放弃 作废 disqualified invalid unqualified lost closed junk",
};

const stageByName = new Map<string, LeadStage>(
  LEAD_STAGES.flatMap((stage) => [stage, ...NAMES[stage].split(" ")].map((name): [string, LeadStage] => [name, stage])),
);

/** The stage a history file means, by our name or by what other systems call it; null when it is none of them. */
export function parseLeadStage(text: string): LeadStage | null {
  return stageByName.get(foldHeader(text)) ?? null;
}
