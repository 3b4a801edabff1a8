import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** What the columns of the file hold, as a map file says it; `人` is who it is and only for measuring. */
export const CONTACT_MAP = {
  records: "persons",
  columns: { 姓名: "name", 手机: "phone", 邮箱: "mail", 公司: "company", 城市: "city" },
} as const;

const HEADER = "人,姓名,手机,邮箱,公司,城市\r\n";
const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"];
const GIVEN = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红梅鑫波宇浩凯健俊帆雪莹倩琳晨子梓欣怡涵博文思雨嘉诚",
];
const TOWNS = ["南京", "深圳", "杭州", "济南", "成都", "上海", "北京", "武汉", "广州", "苏州"];
const TRADES = [
  "智能科技",
  "管廊工程",
  "轨道交通",
  "冶金设备",
  "热电",
  "石化",
  "港务",
  "矿业",
  "水务",
  "电气",
  "重工",
  "物流",
];
/** So many rows are of somebody who is in the file already, with other things missing and mistyped each time. */
const DOUBLES = 0.12;
const CONTACTS_A_COMPANY = 3;
const CHARACTERS_A_WRITE = 1_000_000;

interface Contact {
  readonly person: number;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly company: string;
  readonly town: string;
}

/** Writes contacts of whom some are in the file several times, the same for the same numbers. @param random from 0 to 1. */
export async function writeContactFile(path: string, rows: number, random: () => number): Promise<void> {
  const file = createWriteStream(path);
  const people: Contact[] = [];
  let text = HEADER;
  for (let row = 0; row < rows; row++) {
    const known = people[Math.floor(random() * people.length)];
    const contact = known && random() < DOUBLES ? doubleOf(known, random) : newContact(row, rows, random);
    if (contact.person === row) people.push(contact);
    const { person, name, phone, mail, company, town } = contact;
    text += `${person},${name},${phone},${mail},${company},${town}\r\n`;
    if (text.length < CHARACTERS_A_WRITE) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "finish");
}

function newContact(person: number, rows: number, random: () => number): Contact {
  const company = Math.floor((random() * rows) / CONTACTS_A_COMPANY);
  const town = TOWNS[company % TOWNS.length] ?? "";
  const given = pick(GIVEN, random) + (random() < 0.8 ? pick(GIVEN, random) : "");
  const brand = `${SURNAMES[(company >> 3) % SURNAMES.length]}${GIVEN[(company >> 5) % GIVEN.length]}${company % 977}`;
  return {
    person,
    name: pick(SURNAMES, random) + given,
    phone: `1${3 + Math.floor(random() * 7)}${String(Math.floor(random() * 1e9)).padStart(9, "0")}`,
    mail: random() < 0.5 ? `p${Math.floor(random() * 1e7)}@${company % 5000}.example` : "",
    company: `${town}${brand}${TRADES[company % TRADES.length]}有限公司`,
    town,
  };
}

function doubleOf(contact: Contact, random: () => number): Contact {
  const { name, phone, mail, company, town } = contact;
  const at = 3 + Math.floor(random() * 8);
  const mistyped = phone.slice(0, at) + String(Math.floor(random() * 10)) + phone.slice(at + 1);
  const fate = random();
  return {
    ...contact,
    phone: fate < 0.25 ? "" : fate < 0.35 ? mistyped : phone,
    mail: random() < 0.3 ? "" : mail,
    company: random() < 0.15 ? company.replace("有限公司", "") : company,
    name: random() < 0.1 ? name.slice(0, -1) + pick(GIVEN, random) : name,
    town: random() < 0.2 ? "" : town,
  };
}

/** Some names are far more frequent than others. */
function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() ** 1.5 * list.length)] ?? "";
}
