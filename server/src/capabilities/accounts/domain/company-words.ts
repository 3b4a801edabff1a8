/** Words inside names of companies that say what kind of body it is, or what trade, and not which one. */

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
/** The longest first, so that an alternation takes 有限责任公司 before 公司. */
const alternatives = (text: string): string =>
  words(text)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

/** Legal forms at the end of a Chinese (or Japanese, Korean) name: company law, partnership law, GB/T 12404, and how people cut them short. */
const HAN_FORMS = alternatives(
  "股份有限责任公司 股份有限公司 有限责任公司 责任有限公司 有限公司 无限公司 股份公司 集团公司 集团总公司 总公司 股份合作公司 公司 " +
    "集团股份 股份 集团 有限合伙企业 普通合伙企业 合伙企业 有限合伙 普通合伙 个人独资企业 个人独资 个体工商户 农民专业合作社 专业合作社 " +
    "株式会社 有限会社 合同会社 合资会社 주식회사 유한회사",
);
export const HAN_FORM_AT_END = new RegExp(`(?:${HAN_FORMS})$`);
/** Where the name of a parent ends inside the name of its branch. 集团 and 公司 alone also stand inside ordinary names. */
export const HAN_FORM_INSIDE = /股份有限公司|有限责任公司|有限公司|集团公司|总公司|股份公司|集团|公司/g;
/** Korean and Japanese forms also stand in front. */
export const HAN_FORM_IN_FRONT = /^(?:株式会社|有限会社|合同会社|주식회사|유한회사)\s*/;

/** What brackets hold that does not belong to the name: a legal form, an earlier name, a remark of the person who typed. */
export const BRACKET_ASIDE = new RegExp(
  `^(?:(?:特殊)?普通合伙|有限合伙|(?:${HAN_FORMS})|控股|株|주|유|中外合资|外商独资|国有独资|自然人独资|个体|个体户|本部|总部|总店|` +
    "(?:原|曾用名|旧名|前身|更名|已更名|现|新名|简称|注销|已注销|吊销|筹|拟|暂定|暂用|重复|勿动|测试|作废|停业|已停业|离职).*)$",
);

/** Parts of a company that are not companies: what ends their names. 经营部 and 专卖店 are missing, since traders of their own are called so. */
const BRANCH_ENDS = alternatives(
  "分公司 子分公司 分行 支行 分理处 储蓄所 营业部 营业厅 营业所 营业处 办事处 代表处 代办处 联络处 联络站 " +
    "事业部 事业群 事业一部 事业二部 项目部 项目公司 分厂 分部 分院 分校 分社 分所 分局 分店 门店 旗舰店 直营店 " +
    "分中心 分支机构 支公司 中心支公司 市场部 采购部 人事部 财务部 技术部",
);
export const BRANCH_AT_END = new RegExp(`(?:${BRANCH_ENDS})$`);
/** Behind a legal form anything that sounds like a part of the company is one: 华为技术有限公司北京研究所. */
export const PART_AT_END =
  /(?:部|处|店|厂|院|所|室|站|组|科|中心|基地|工厂|分公司|公司|支行|分行|学校|校区|园区|仓库|仓)$/;
/** 华东分公司, 第一分公司, 驻京办事处. */
export const BRANCH_PLACE_AT_END =
  /(?:驻)?(?:大?(?:华东|华南|华北|华中|西南|西北|东北|华西|长三角|珠三角|京津冀|大湾区|亚太|大中华)(?:地?区|大区)?|第?[一二三四五六七八九十\d]{1,3}|[东南西北中]区)$/;

/** Trades and things: alone they name no company, so a region in front of them belongs to the brand (重庆银行). */
export const TRADE_WORDS: ReadonlySet<string> = new Set(
  words(
    "科技 信息 技术 网络 软件 电子 电子商务 商务 数据 智能 自动化 通信 通讯 电信 移动 联通 互联网 物联网 云计算 计算机 系统 实业 工业 商业 产业 企业 " +
      "贸易 商贸 外贸 进出口 物资 供应链 物流 快递 运输 交通 航空 机场 港口 港务 铁路 高速 高速公路 公路 地铁 轨道交通 汽车 汽贸 客运 货运 航运 海运 " +
      "银行 农村 农商银行 农村商业银行 商业银行 证券 保险 人寿 财险 寿险 信托 基金 期货 租赁 金融 投资 资本 资产 资产管理 担保 典当 财务 " +
      "建筑 建设 建工 工程 建材 装饰 装修 设计 园林 绿化 路桥 水泥 玻璃 钢铁 钢结构 房地产 地产 置业 开发 发展 物业 城建 城投 市政 环保 环境 水务 " +
      "水利 水电 电力 电网 电气 电器 电缆 电机 机电 机械 机床 设备 装备 仪器 仪表 重工 轻工 制造 加工 模具 材料 新材料 五金 化工 化学 化纤 石化 " +
      "石油 天然气 燃气 煤炭 能源 新能源 光电 光伏 半导体 矿业 有色 有色金属 金属 冶金 稀土 黄金 医药 药业 制药 生物 生物医药 医疗 医疗器械 医院 健康 食品 饮料 " +
      "啤酒 酒业 乳业 粮油 粮食 农业 农牧 牧业 渔业 林业 种业 饲料 烟草 纺织 服装 服饰 鞋业 皮革 家具 家居 家电 日化 化妆品 珠宝 百货 百货大楼 大楼 超市 商场 商城 " +
      "零售 批发 连锁 餐饮 酒店 宾馆 旅游 旅行社 传媒 广告 文化 影视 出版 印刷 包装 造纸 纸业 教育 培训 学校 大学 学院 中学 小学 幼儿园 研究所 研究院 " +
      "设计院 咨询 管理 服务 人力资源 劳务 律师事务所 会计师事务所 事务所 体育 娱乐 游戏 动漫 国际 控股 股份 集团 公司 中心 协会 商会 政府 市政府 医科大学 " +
      "人民医院 第一医院 中医院 日报 晚报 电视台 图书馆 博物馆 电厂 热电 热力 自来水 燃料 橡胶 塑料 塑业 轴承 船舶 造船 兵器 航天 核电 盐业 邮政 供销社 合作社",
  ),
);

/** Legal forms behind a name in Latin letters, as their words read without punctuation. */
export const LATIN_FORMS: ReadonlySet<string> = new Set(
  (
    "co,co ltd,coltd,company,company ltd,company limited,co limited,limited,ltd,ltda,limited liability company,llc,corp,corporation,corp ltd,inc,incorporated,inc ltd,plc," +
    "lp,llp,lllp,pllc,pc,gmbh,gmbh and co kg,gmbh co kg,mbh,ag,ag and co kg,kg,kgaa,ohg,ug,ug haftungsbeschrankt,ev,se,sa,sas,sasu,sarl,srl,spa,bv,nv,cv,ab,as,asa,oy,oyj,aps,kk,gk," +
    "kabushiki kaisha,kabushiki gaisha,pty,pty ltd,pty limited,proprietary limited,pte,pte ltd,private limited,pvt ltd,pvt,sdn bhd,bhd,sa de cv,s de rl de cv,sab de cv,jsc,ojsc,pjsc,ooo,oao,zao,pao,ao," +
    "sp zoo,sp z oo,spzoo,sro,s r o,kft,zrt,nyrt,doo,dd,dooel,eood,ood,ad,ead,as a s,anonim sirketi,limited sirketi,tbk,pt,tnhh,jsc ltd,cc,eirl,sl,slu,sau,scs,sca,snc,scrl,sprl,vof," +
    "group,groupe,gruppe,group holdings,holding,holdings,group co ltd,group corp,stock,share,shares,joint stock,company group,wfoe"
  ).split(","),
);
export const LONGEST_LATIN_FORM = 5;

/** Countries and parts of the world behind or in brackets of a Latin name; they tell subsidiaries of one brand apart. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  (
    "china,prc,p r c,p r china,peoples republic of china,mainland china,greater china,hong kong,hongkong,hk,macau,macao,taiwan,japan,korea,south korea,india,singapore,malaysia,thailand,vietnam,indonesia," +
    "philippines,australia,new zealand,usa,us,united states,america,north america,canada,mexico,brazil,argentina,chile,uk,united kingdom,england,ireland,germany,deutschland,france,italy,italia,spain,portugal," +
    "netherlands,holland,belgium,switzerland,austria,sweden,norway,denmark,finland,poland,russia,turkey,israel,uae,south africa,egypt,europe,asia,asia pacific,apac,emea,global,worldwide,international"
  ).split(","),
);
/** Latin words that name a trade: with a place alone they are the brand (Shanghai Bank). */
export const LATIN_TRADE_WORDS: ReadonlySet<string> = new Set(
  words(
    "bank university college school hospital institute technology technologies tech trading trade international import export group electronics electric power energy steel motor motors automobile airlines " +
      "airport port securities insurance investment investments capital fund industry industrial industries development construction engineering machinery pharmaceutical pharmaceuticals chemical chemicals " +
      "medical software network information system systems service services consulting logistics foods food hotel media education commercial enterprise enterprises science and of the real estate department store stores public utility " +
      "utilities provincial municipal expressway agricultural agriculture products product textile textiles tourism travel cement machine tool tools mining minerals metal metals nonferrous iron coal oil gas " +
      "gold paper printing packaging water environmental environment protection new material materials health care healthcare biotech biotechnology biological culture cultural film publishing home appliance " +
      "appliances auto parts rail railway equipment control automation precision smart intelligent digital internet communication communications telecom telecommunication optical semiconductor semiconductors " +
      "integrated circuit life sciences shipping ship building rubber plastic plastics glass",
  ),
);
/** What people shorten inside Latin names, for the core and the brand. */
export const LATIN_SHORTENED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    intl: "international",
    tech: "technology",
    technologies: "technology",
    mfg: "manufacturing",
    univ: "university",
    ctr: "center",
    centre: "center",
    dept: "department",
    inst: "institute",
    lab: "laboratory",
    labs: "laboratory",
    laboratories: "laboratory",
    natl: "national",
    engg: "engineering",
    eng: "engineering",
    sci: "science",
    pharma: "pharmaceutical",
    pharmaceuticals: "pharmaceutical",
    electronics: "electronic",
    industries: "industry",
    systems: "system",
    services: "service",
    solutions: "solution",
  }),
);
