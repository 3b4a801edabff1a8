import { iso, mixed, pick, row } from "./house-frame.ts";
import type { Customers, HouseFrame } from "./house-frame.ts";

const DAY_MS = 86_400_000;
/** People of one company. */
export const CONTACTS_AN_ACCOUNT = 3;
const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红梅鑫波宇浩凯健俊帆雪莹倩琳晨"];
const PLACES = ["南京", "深圳", "杭州", "济南", "成都", "上海", "北京", "武汉", "宁波", "青岛"];
const REGIONS = ["320100", "440300", "330100", "370100", "510100", "310000", "110000", "420100", "330200", "370200"];
const TRADES = ["智能", "管廊", "轨交", "冶金", "热电", "石化", "港务", "矿业", "水务", "电气", "重工", "物流"];
const TITLES = ["设备部经理", "总工程师", "采购主管", "技术总监", "运维工程师", "厂长", "项目经理", "安全主任"];

/** Companies with their people, a phone for each and a mailbox for every second. */
export function customerTables({ newId, first, count, now, days }: HouseFrame): Customers {
  const since = iso(now - (days + 1) * DAY_MS);
  const numbers = Array.from({ length: count }, (_, place) => first + place);
  const accounts = Array.from({ length: Math.ceil(count / CONTACTS_AN_ACCOUNT) }, newId);
  const contacts = numbers.map(newId);
  const phones = numbers.map(newId);
  const accountOf = (place: number): string => accounts[Math.floor(place / CONTACTS_AN_ACCOUNT)] ?? "";
  const companyName = (account: number): string => {
    const number = Math.floor(first / CONTACTS_AN_ACCOUNT) + account;
    return `${pick(PLACES, mixed(number, 1))}${pick(SURNAMES, mixed(number, 2))}${number}${pick(TRADES, mixed(number, 3))}有限公司`;
  };
  const personName = (number: number): string =>
    pick(SURNAMES, mixed(number, 4)) +
    pick(GIVEN, mixed(number, 5)) +
    (mixed(number, 6) % 3 === 0 ? "" : pick(GIVEN, mixed(number, 7)));
  const mailboxed = numbers.filter((number) => number % 2 === 0);
  return {
    accounts,
    contacts,
    phones,
    tables: [
      {
        name: "account",
        columns: ["id", "kind", "name", "name_sort", "region_code", "size_band"],
        lines: accounts.map((id, place) => {
          const name = companyName(place);
          return row(
            id,
            "company",
            name,
            name,
            pick(REGIONS, mixed(place, 8)),
            pick(["1-49", "50-199", "200-999"], place),
          );
        }),
      },
      {
        name: "contact",
        columns: ["id", "name", "name_sort", "title", "region_code"],
        lines: contacts.map((id, place) => {
          const name = personName(first + place);
          return row(id, name, name, pick(TITLES, mixed(first + place, 9)), pick(REGIONS, mixed(first + place, 10)));
        }),
      },
      {
        name: "identifier",
        columns: ["id", "contact_id", "home_contact_id", "kind", "value", "strong", "valid_from"],
        lines: (function* () {
          for (const [place, id] of phones.entries()) {
            const contact = contacts[place] ?? "";
            yield row(
              id,
              contact,
              contact,
              "phone",
              `+861${3 + (place % 7)}${String(first + place).padStart(9, "0")}`,
              "t",
              since,
            );
          }
          for (const number of mailboxed) {
            const contact = contacts[number - first] ?? "";
            yield row(newId(), contact, contact, "email", `p${number}@${mixed(number, 11) % 5000}.example`, "t", since);
          }
        })(),
      },
      {
        name: "membership",
        columns: ["id", "contact_id", "home_contact_id", "account_id", "home_account_id", "title", "since"],
        lines: contacts.map((contact, place) => {
          const account = accountOf(place);
          return row(newId(), contact, contact, account, account, pick(TITLES, mixed(first + place, 9)), since);
        }),
      },
    ],
  };
}
