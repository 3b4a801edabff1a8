import { foldText } from "../../../platform/text/clean-text.ts";
import type { ImportTarget } from "./import-target.ts";

const AGREEING_SHARE = 0.8;
const FEWEST_VALUES = 2;
/** The hundred commonest surnames, 85 % of all bearers; enough to tell a column of people from one of words. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

const SHAPES: readonly (readonly [ImportTarget, RegExp])[] = [
  ["mobile", /^(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/],
  ["email", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/],
  ["creditCode", /^[0-9a-hj-np-rtuw-y]{2}\d{6}[0-9a-hj-np-rtuw-y]{10}$/],
  ["phone", /^(?:\+\d[\d ()-]{6,}|\(?0\d{2,3}\)?[- ]?\d{7,8}(?:[- 转]\d{1,6})?|[48]00-?\d{3}-?\d{4})$/],
  ["occurredAt", /^(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4})/],
  ["website", /^(?:https?:\/\/|www\.)/],
  ["company", /(?:公司|集团|股份|厂|研究院|研究所|大学|医院|事务所|ltd\.?|inc\.?|gmbh|llc|corp\.?)$/],
  ["province", /^(?:.{2,3}省|北京市?|上海市?|天津市?|重庆市?|(?:内蒙古|广西|西藏|宁夏|新疆).{0,6})$/],
  ["name", new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, "u")],
];

/** What the values of one column look like: the first shape that four of five of them have; null when none has, or there are too few. */
export function judgeValues(values: readonly string[]): ImportTarget | null {
  const filled = values.map(foldText).filter((value) => value !== "");
  if (filled.length < FEWEST_VALUES) return null;
  const fits = SHAPES.find(
    ([, shape]) => filled.filter((value) => shape.test(value)).length >= AGREEING_SHARE * filled.length,
  );
  return fits?.[0] ?? null;
}
