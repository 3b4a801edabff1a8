import { createWriteStream } from "node:fs";
import { once } from "node:events";

/** What the columns of the file are, in their order. */
export const LEAD_COLUMNS = [
  "name",
  "mobile",
  "email",
  "company",
  "jobTitle",
  "region",
  "source",
  "occurredAt",
  "note",
] as const;

export interface LeadFile {
  readonly path: string;
  readonly rows: number;
  /** Of the rows so many, spread evenly, are of the first people of the base. */
  readonly known: number;
  /** Numbers of people of this file begin here. */
  readonly firstPerson: number;
  readonly companies: number;
}

const HEADER = "姓名,手机,邮箱,公司,职位,地区,来源,提交时间,备注\r\n";
const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红梅鑫波宇浩凯健俊帆雪莹倩琳晨"];
const TITLES = ["设备部经理", "总工程师", "采购主管", "技术总监", "运维工程师", "厂长", "项目经理", "安全主任"];
const REGIONS = ["江苏省南京市", "广东省深圳市", "浙江杭州", "山东济南", "四川成都", "上海", "北京市", "湖北武汉"];
const TRADES = ["智能", "管廊", "轨交", "冶金", "热电", "石化", "港务", "矿业", "水务", "电气", "重工", "物流"];
const SOURCES = ["官网", "百度", "展会", "直播", "转介绍"];
/** One in so many people has a mailbox. */
const MAILBOX_EVERY = 2;
const DAY_MS = 86_400_000;
const ROWS_A_WRITE = 5_000;
const KNOWN_EVERY = 10;

/** Writes a list of leads as a CSV file, the same for the same numbers: nobody can tell luck from speed otherwise. */
export async function writeLeadFile({ path, rows, known, firstPerson, companies }: LeadFile): Promise<void> {
  const file = createWriteStream(path);
  let text = HEADER;
  let nextKnown = 0;
  for (let row = 0; row < rows; row++) {
    const isKnown = row % KNOWN_EVERY === 5 && nextKnown < known;
    const person = isKnown ? nextKnown++ : firstPerson + row;
    text += leadLine(person, row, companies);
    if (row % ROWS_A_WRITE === 0) {
      if (!file.write(text)) await once(file, "drain");
      text = "";
    }
  }
  file.end(text);
  await once(file, "finish");
}

function leadLine(person: number, row: number, companies: number): string {
  const mixed = Math.imul(person + 1, 0x9e3779b1) >>> 0;
  const name = pick(SURNAMES, mixed) + pick(GIVEN, mixed >>> 6) + (mixed % 3 === 0 ? "" : pick(GIVEN, mixed >>> 12));
  const mobile = `1${3 + (mixed % 7)}${String(person).padStart(9, "0")}`;
  const mailbox = person % MAILBOX_EVERY === 0 ? `p${person}@${mixed % 5000}.example` : "";
  const company = `${pick(REGIONS, row % companies).slice(0, 2)}${pick(SURNAMES, (row % companies) >>> 3)}${row % companies}${pick(TRADES, row % companies)}有限公司`;
  const day = new Date(Date.UTC(2025, 9, 1) + (row % 45) * DAY_MS).toISOString().slice(0, 10);
  const time = `${String(8 + (row % 10)).padStart(2, "0")}:${String(row % 60).padStart(2, "0")}`;
  return `${name},${mobile},${mailbox},${company},${pick(TITLES, mixed >>> 3)},${pick(REGIONS, row % companies)},${pick(SOURCES, mixed >>> 9)},${day} ${time},想了解第${row % 97}号方案\r\n`;
}

function pick(list: readonly string[], number: number): string {
  return list[number % list.length] ?? "";
}
