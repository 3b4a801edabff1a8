/** Words that stand in a column of names and are no names. */

const words = (text: string): string[] => text.split(" ");
const alternatives = (text: string): string =>
  words(text)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

const TITLES =
  "先生 女士 小姐 太太 夫人 师傅 师父 同学 同志 老师 教授 副教授 博士 医生 大夫 护士 律师 会计 出纳 经理 总经理 副总经理 总监 副总监 主任 副主任 主管 部长 副部长 处长 副处长 " +
  "科长 副科长 局长 副局长 厅长 副厅长 市长 县长 区长 镇长 村长 书记 副书记 校长 副校长 园长 院长 副院长 所长 副所长 会长 副会长 秘书长 秘书 理事长 理事 董事长 副董事长 董事 总裁 副总裁 " +
  "总工 总工程师 工程师 副总 老总 老板 老板娘 店长 厂长 副厂长 队长 班长 组长 站长 行长 副行长 庭长 警官 法官 检察官 导演 编辑 主编 记者 顾问 助理 专员 客服 代表 负责人 联系人 采购 财务 " +
  "叔叔 阿姨 大爷 大妈 大叔 大哥 大姐 哥哥 姐姐 伯伯 爷爷 奶奶 总 女生 男生 美女 帅哥 校董";
/** What is said behind a surname or a name and is no part of it: 张总, 李老师, 王小明先生. */
export const TITLE_AT_END = new RegExp(`(?:${alternatives(TITLES)})$`);
/** One character that is a form of address only right behind a surname: 王工, 刘董, 陈哥. In 李卫工 it is a name. */
export const SHORT_TITLE_AT_END = /[总董工局哥姐叔姨伯爷婶嫂队导]$/;
/** 小王, 老李, 阿陈. */
export const DIMINUTIVE = /^[小老阿大]/;
/** 乐乐妈妈 is somebody else than 乐乐. */
export const RELATIVE_AT_END =
  /的?(?:妈妈|爸爸|母亲|父亲|妈咪|爸比|家长|监护人|外婆|外公|姥姥|姥爷|丈夫|妻子|老公|老婆|爱人|儿子|女儿|妈|爸)$/;
/** What a person's work is called, without a name before it: 采购经理, 销售总监. */
export const POST_WORDS: ReadonlySet<string> = new Set(
  words(
    "采购 财务 销售 市场 行政 人事 人力 技术 研发 运营 产品 项目 客服 售后 售前 生产 质量 品质 工程 设计 信息 网络 电商 渠道 大区 区域 部门 公司 商务 业务 法务 仓库 物流 前台 综合 董事 董事会 " +
      "总 副 副总 大客户 客户 班主任 主任 教务 招生 后勤 安全 设备 电气 网管 办公室 老 小 两位 各位 贵公司 未知 某 本人",
  ),
);
/** What people, forms and messengers write where a name should be. */
export const NOBODY: ReadonlySet<string> = new Set(
  words(
    "未具名 匿名 匿名用户 无名 无名氏 无 没有 未知 不详 不知道 佚名 未填 未填写 空 游客 访客 客户 新客户 老客户 用户 新用户 微信用户 抖音用户 顾客 客人 联系人 姓名 名字 保密 测试 测试用户 待定 待补充 " +
      "先生 女士 小姐 太太 老师 同学 家长 师傅 经理 老板 本人 同上 略 xx xxx xxxx 某某 某人 某先生 某女士 n/a na null none nil undefined unknown anonymous guest user test tester customer client name noname no-name - -- . / ? ？",
  ),
);
/** 用户12345, wxid_abc, 手机用户1380: what a messenger calls people who chose no name. */
export const NUMBERED_USER =
  /^(?:用户|手机用户|微信用户|游客|访客|客户|user|wxid|guest|visitor|member)[\s_-]*[a-z0-9_]*\d[a-z0-9_]*$/;

/** Before and behind a name in Latin letters, without dots. */
export const LATIN_TITLES: ReadonlySet<string> = new Set(
  words(
    "mr mrs ms miss mx dr prof professor sir madam madame mme mlle monsieur herr frau senor senora rev hon capt eng ing dipl lady lord",
  ),
);
export const LATIN_SUFFIXES: ReadonlySet<string> = new Set(
  words("jr sr ii iii iv phd md mba cpa esq dds msc bsc ma ba cfa pmp junior senior"),
);
/** Words that open a surname: van der Berg, de la Cruz, bin Rashid. */
export const SURNAME_PARTICLES: ReadonlySet<string> = new Set(
  words(
    "van von vom zu zum zur der den ter ten de del della dei di da das dos do du la le los las el al bin binti ibn ben abu st san santa af av",
  ),
);
