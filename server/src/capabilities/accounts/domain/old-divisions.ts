/**
 * Names that addresses still carry and the register does not: divisions that were merged or renamed, by the code of the one
 * that holds the place today. A change of kind alone (增城市, now 增城区) needs no entry. Ordered by province.
 */
const OLD_NAMES =
  "崇文区 110101 宣武区 110102 塘沽区 120116 汉沽区 120116 大港区 120116 卢湾区 310101 南市区@31 310101 闸北区 310106 南汇区 310115 南汇县 310115 " +
  "万盛区 500110 双桥区@50 500111 江北县 500112 巴县 500113 " +
  "桥东区@1301 130102 新市区@1306 130602 北市区@1306 130606 南市区@1306 130606 东陵区 210112 新城子区 210113 动力区 230110 太平区@2301 230104 " +
  "白下区 320104 下关区 320106 崇安区 320213 南长区 320213 北塘区 320213 戚墅堰区 320412 沧浪区 320508 平江区 320508 金阊区 320508 港闸区 320613 新浦区 320706 " +
  "淮阴市 320800 楚州区 320803 清河区@3208 320812 清浦区 320812 维扬区 321003 " +
  "下城区 330105 江干区 330102 江东区@3302 330212 居巢区 340181 铜官山区 340705 狮子山区 340705 三山区@3402 340209 梅列区 350404 " +
  "四方区@3702 370203 胶南市 370211 莱芜市 370116 莱城区 370116 襄樊市 420600 襄阳区 420607 东山区@4401 440104 芳村区 440103 萝岗区 440112 " +
  "蝶山区 450403 思茅市 530800 思茅地区 530800 中甸县 533401 潞西市 533103 户县 610118 米泉市 650109";

export interface OldDivision {
  code: string;
  /** The first digits of the division it lay in, where the name says too little: 南市区 was in 上海 and in 保定. */
  below: string;
}

const NONE: readonly OldDivision[] = [];
const byName = new Map<string, OldDivision[]>();
const entries = OLD_NAMES.split(" ");
for (let index = 0; index < entries.length; index += 2) {
  const [name = "", below = ""] = (entries[index] ?? "").split("@");
  const code = entries[index + 1] ?? "";
  const known = byName.get(name);
  const entry = { code, below: below === "" ? code.slice(0, 2) : below };
  if (known) known.push(entry);
  else byName.set(name, [entry]);
}

/** Where a place of this former name lies today. */
export function oldDivisions(name: string): readonly OldDivision[] {
  return byName.get(name) ?? NONE;
}

/** Characters of the longest former name. */
export const LONGEST_OLD_NAME = Math.max(...Array.from(byName.keys(), (name) => name.length));

/** Every former name, for those who check the list. */
export const OLD_DIVISION_NAMES: readonly string[] = [...byName.keys()];
