/** Surnames of one character, the most frequent first (Chinese-Names-Corpus, see docs/licences.md). */
const SINGLE =
  "王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余蒋叶杜苏魏程吕丁沈任姚卢钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白毛江闫薛尹付段雷黎史龙钱贺陶顾龚" +
  "郝邵万严洪赖武傅莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹欧耿关覃兰焦俞左柳甘祝包代宁符阮尚舒纪柯梅童毕凌单季成霍苗裴涂谷曲盛冉翁蓝骆路游靳辛管柴蒙鲍华喻祁房蒲滕" +
  "萧屈饶解牟艾尤时阳阎穆应农司古吉卓车简连缪项麦褚窦娄戚岑党宫景卜费冷晏卫席柏米隋宗桂瞿全苟楼闵佟臧边卞姬邬和师仇栾丘刁沙商寇荣巫郎桑丛甄敖虞仲池巩明佘查麻苑迟邝封官谈鞠匡惠荆乐冀胥" +
  "郁南班储芦原栗燕楚鄢扬劳谌奚皮蔺粟冼盘满闻厉伊候仝区郜海阚花权强帅屠朴盖练廉禹井巴漆祖丰支卿国狄平计索宣晋相占初门云容敬来扈晁都芮普阙戈浦伏薄鹿邸雍辜阿羊母亓裘修邰杭赫况那宿鲜逯印" +
  "隆习茹诸战慕危玉银亢公嵇豆哈湛宾勾茅戎利於呼居干揭但尉斯元束檀衣信阴展昝智幸奉植富衡昌巢郦逄寿由竺贝步东鄂弓过钮濮水蔚郗荀贲别邴才操畅从达凡凤扶贡户滑郏矫经靖琚巨蒯旷历励伦雒茆糜宓" +
  "木綦谯渠山生侍眭腾铁宛隗沃乌毋咸忻续延言尧英鱼庾招种訾宝保暴闭布藏承福果黑怀宦回汲籍蹇将可里粱冒么年泮郄青秋释双税潭天望位仵香刑轩玄郇要宇员哀爱昂熬傲奥把百摆拜邦北本碧薜伯博补部采" +
  "彩菜仓苍茶产苌倡唱钞超朝潮沉晨呈赤敕崇瘳丑除楮揣传春淳啜慈次爨催翠寸笪答丹旦淡刀道德迪底第佃定冬懂钭堵端敦顿多朵恩尔佴法番藩芳飞斐风酆逢俸苻洑浮甫府复淦刚皋杲格庚恭拱供缑菇贯冠光广" +
  "归贵呙虢还寒汉行蒿好昊浩禾合河荷恒弘红宏鸿后厚忽湖虎化淮槐环桓皇辉会火伙基稽及戢记继暨加佳家嘉荚甲菅翦见建剑降娇徼缴教接节杰颉介京静酒咎菊句具俱剧矍军君俊卡开凯勘堪考科克空库郐奎蒉" +
  "阔喇稂朗勒蕾类梨礼理力立丽莲良疗寥列吝泠零另令留庐炉禄洛闾侣律绿买曼卯枚美梦弥弭秘密妙闽敏名谬磨墨默沐牧睦纳娜乃铙能尼念乜甯鸥偶攀朋蓬澎骈溥柒其奇祈耆千乾潜羌钦琴勤清庆求璩却荛绕仁" +
  "日融如汝瑞闰润若撒萨赛伞森厦闪陕善赏上韶卲绍厍莘神甚慎升绳圣诗拾矢士世是守首殳书疏树顺思松送素睢随所锁塔台太泰郯塘桃淘藤提遆帖通同徒脱陀庹拓完旺威巍伟未问瓮无吾兀西希息溪袭洗喜霞仙" +
  "先贤线湘象宵箫潇晓孝校星兴雄吁须顼绪禤学雪寻牙雅焉岩彦艳宴洋仰养样幺侥药冶野业依仪夷怡宜乙蚁弋义奕羿益裔翼盈营永勇犹油友有迂羽遇誉毓源远院月悦越允运恽载宰迮增甑粘斩长仉掌钊兆肇折真" +
  "阵镇征正政只职郅治中忠衷皱邾珠竹主壮禚资子紫自字纵俎佐召繁";
/** Surnames of two characters (百家姓 and those met in registers today), with how they are written traditionally or mistyped. */
const COMPOUND =
  "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 " +
  "司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 " +
  "左丘 东门 西门 南荣 第五 达奚 褚师 纳兰 完颜 爱新 叶赫 耶律 淳于 范姜 张简 殴阳 欧杨 夏候 冷狐 " +
  "欧陽 歐陽 司馬 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離 鐘離 長孫 鮮于 閭丘 子車 巫馬 顓孫 壤駟 樂正 穀梁 夾谷 軒轅 段幹 東郭 南門 梁丘 左丘 東門 西門 南榮 達奚 " +
  "褚師 納蘭 完顏 愛新 葉赫 範姜 張簡";
/** The clans whose surname has four. */
const LONG = ["爱新觉罗", "叶赫那拉"];
/** Among so many surnames nine tenths of all people are found; of two that a Latin name could be, one of these is meant. */
const FREQUENT = 100;

export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(COMPOUND.split(" "));
export const SINGLE_SURNAMES: ReadonlySet<string> = new Set(SINGLE);
export const FREQUENT_SURNAMES: ReadonlySet<string> = new Set([...SINGLE].slice(0, FREQUENT));

/** The surname a text in simplified characters begins with, the longest; null when it begins with none. */
export function leadingSurname(text: string): string | null {
  const long = LONG.find((surname) => text.startsWith(surname));
  if (long !== undefined) return long;
  const compound = text.slice(0, 2);
  if (COMPOUND_SURNAMES.has(compound)) return compound;
  const single = text.slice(0, 1);
  return SINGLE_SURNAMES.has(single) ? single : null;
}
