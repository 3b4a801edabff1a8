/** Surnames of two characters (百家姓 and those met in registers today), without the single ones, which need no list. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 " +
    "司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 " +
    "左丘 东门 西门 南荣 第五 达奚 褚师 纳兰 完颜 爱新 叶赫 耶律 欧陽 司馬 東方 諸葛 鍾離 長孫 夏侯 尉遲 鮮于 範姜 范姜 張簡 张简"
  ).split(" "),
);
const ONLY_HAN = /^\p{Script=Han}{2,4}$/u;

/** A Chinese personal name in its parts; null for what is not written in two to four Chinese characters. */
export function splitPersonName(name: string): { surname: string; given: string } | null {
  if (!ONLY_HAN.test(name)) return null;
  const characters = [...name];
  const compound = characters.slice(0, 2).join("");
  const length = characters.length > 2 && COMPOUND_SURNAMES.has(compound) ? 2 : 1;
  return { surname: characters.slice(0, length).join(""), given: characters.slice(length).join("") };
}
