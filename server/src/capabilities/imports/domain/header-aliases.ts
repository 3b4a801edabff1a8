import type { OwnTarget } from "./import-target.ts";

/**
 * How columns are called in files from advertising platforms, event tools, forms and other CRMs, in Chinese and English.
 * Written as `foldHeader` leaves them: letters and digits only, lower case. A longer alias wins over a shorter one in it.
 */
export const HEADER_ALIASES: Record<OwnTarget, string> = {
  name: "姓名 名字 联系人 联系人姓名 客户姓名 姓 名称 称呼 学员姓名 家长姓名 参会人 报名人 用户姓名 线索姓名 线索名称 name fullname contactname contact leadname customername firstname realname",
  mobile:
    "手机 手机号 手机号码 移动电话 联系手机 手机1 手机2 mobile mobilephone mobilenumber cell cellphone 手機 手機號碼",
  phone:
    "电话 联系电话 电话号码 座机 固定电话 固话 办公电话 公司电话 联系方式 来电号码 phone phonenumber tel telephone workphone officephone businessphone contactnumber 電話",
  email:
    "邮箱 电子邮箱 邮件 电子邮件 邮箱地址 联系邮箱 工作邮箱 email emailaddress mail workemail businessemail 電郵 信箱",
  wechatId: "微信 微信号 微信id wechat wechatid wechataccount weixin wxid",
  wechatUnion: "unionid wechatunionid 微信unionid",
  memberId:
    "会员号 会员id 会员编号 客户编号 客户id 用户id 用户编号 线索id 线索编号 联系人id 学号 外部id externalid userid customerid contactid leadid leadnumber prospectid mqlid memberid recordid clientid id uuid guid openid",
  company:
    "公司 公司名称 企业 企业名称 单位 单位名称 工作单位 客户名称 机构 机构名称 所属公司 公司全称 所在公司 学校 学校名称 company companyname organization organisation account accountname employer",
  creditCode: "统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 creditcode unifiedsocialcreditcode uscc taxid",
  website: "网站 网址 官网 公司网站 公司官网 域名 website url domain homepage companywebsite companydomain",
  industry: "行业 所属行业 行业类型 industry sector vertical businesssegment segment",
  companySize: "公司规模 企业规模 人数 员工人数 规模 companysize employees employeecount headcount numberofemployees",
  jobTitle: "职务 职位 岗位 头衔 职称 职业 title jobtitle position job jobfunction role occupation",
  department: "部门 所在部门 科室 department dept",
  region: "地区 区域 省市 省市区 所在地区 所在地 行政区划 地域 region location area regioncode 区划代码",
  province: "省 省份 所在省 所在省份 province state",
  city: "市 城市 所在城市 所在市 city town",
  district: "区 区县 县区 县 所在区 所在区县 district county",
  address:
    "地址 详细地址 联系地址 公司地址 通讯地址 注册地址 address street streetaddress mailingaddress registeredaddress",
  source:
    "来源 线索来源 客户来源 渠道 来源渠道 获客渠道 推广渠道 source leadsource channel origin utmsource medium leadorigin",
  campaign: "活动 市场活动 活动名称 推广计划 计划名称 广告计划 campaign campaignname utmcampaign",
  productLine: "产品线 产品 意向产品 感兴趣产品 咨询产品 意向课程 productline product productofinterest interest",
  landingPage:
    "落地页 着陆页 落地页链接 来源页面 页面链接 推广链接 landingpage landingpageid landingpageurl pageurl pagename referrer",
  note: "备注 说明 留言 描述 需求 需求描述 咨询内容 跟进记录 其他 note notes remark remarks comment comments description message memo",
  occurredAt:
    "时间 日期 创建时间 创建日期 提交时间 报名时间 注册时间 留资时间 首次联系时间 咨询时间 添加时间 录入时间 线索时间 createdat createtime created creationdate date datetime timestamp time submittedat submittime registeredat firstcontactdate registrationdate signupdate",
  owner:
    "负责人 所有人 归属人 跟进人 销售 销售人员 业务员 所属销售 客户经理 顾问 owner salesowner ownername assignee salesrep salesagent rep salesperson accountmanager srid",
  stage:
    "阶段 状态 线索状态 线索阶段 客户状态 跟进状态 客户阶段 stage status leadstatus leadstage lifecyclestage dealstage",
  stageSince:
    "转化时间 成交时间 赢单时间 阶段时间 状态更新时间 最后跟进时间 wondate closedate convertedat stagedate conversiondate",
  parent:
    "上级公司 上级单位 上级客户 母公司 总公司 集团 所属集团 集团名称 隶属集团 parentcompany parentaccount parent parentname ultimateparent groupname",
  tier: "客户等级 客户级别 客户分级 等级 级别 重要程度 tier accounttier accountlevel customerlevel",
  amount: "金额 成交金额 预计金额 合同金额 预算 商机金额 amount dealamount value closevalue revenue budget dealsize",
};

/** Columns that only number the rows, are left by spreadsheets, or look like another thing than they are. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  "序号 行号 编号序号 行 no index rownumber row unnamed0 出生日期 生日 dateofbirth dob birthday birthdate 性别 gender sex".split(
    " ",
  ),
);

/** Words so general that they count only as a whole name: 股票名称 is nobody's name, business type no company. */
export const ONLY_WHOLE: ReadonlySet<string> = new Set(
  "名称 时间 日期 状态 规模 人数 区域 说明 描述 其他 需求 产品 单位 学校 name date time type status state title value account role text mail area town website message source channel".split(
    " ",
  ),
);
