/**
 * Where the part of a domain begins that somebody registers. The Public Suffix List has 9,000 lines and changes weekly; nearly
 * all of its two-part suffixes of countries are one of a few words (com.cn, co.uk, ac.jp, gov.br), because registries copy
 * each other. So the words are a rule, and only what departs from them is a list. A rule that errs on a rare country keeps
 * one label too many or too few in a domain that is weak evidence anyway.
 */

const words = (text: string): string[] => text.split(" ");

/** Second-level words that registries reserve under almost every country code, and sell where they do not. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(words("com co net org edu gov ac mil"));

/** Further second levels of countries where our customers and theirs are. `cn` has one for each province (CNNIC). */
const FURTHER: Readonly<Record<string, string>> = {
  cn: "ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj xn--55qx5d xn--io0a7i xn--od0alg",
  tw: "idv game ebiz club",
  hk: "idv",
  jp: "ad ed go gr lg ne or tokyo osaka",
  kr: "go hs kg ms ne or pe re sc seoul busan",
  sg: "per",
  my: "name",
  th: "go in mi or",
  id: "biz desa go my or sch web",
  vn: "biz health info int name pro",
  ph: "i ngo",
  in: "firm gen ind nic res",
  lk: "assn grp hotel ltd ngo sch soc web",
  uk: "ltd me nhs plc police sch",
  ie: "gov",
  fr: "asso gouv nom prd tm",
  es: "gob nom",
  at: "gv or",
  pl: "biz info nom sklep waw",
  hu: "2000 bolt hotel info tm",
  tr: "av bbs bel biz dr gen info k12 name pol tel tv web",
  il: "idf k12 muni",
  za: "law nom school web",
  ke: "go info me mobi ne or sc",
  au: "asn id",
  nz: "cri geek gen govt health iwi kiwi maori school",
  br: "adm adv art blog eco emp eng ind inf jor jus leg med mus odo radio rec srv tur tv vet",
  ar: "gob int tur",
  mx: "gob",
  cl: "gob gov",
  pe: "gob nom sld",
  co: "nom",
  ua: "kiev kyiv lviv odessa kharkov in",
};

/** Suffixes that their owners give away below their own domain (the private part of the Public Suffix List): what stands before them is the customer. */
const GIVEN_AWAY = words(
  "github.io gitee.io gitlab.io bitbucket.io coding.me vercel.app now.sh netlify.app netlify.com herokuapp.com onrender.com fly.dev pages.dev workers.dev web.app firebaseapp.com appspot.com run.app " +
    "azurewebsites.net azurestaticapps.net cloudapp.net cloudapp.azure.com cloudfront.net elasticbeanstalk.com amplifyapp.com s3.amazonaws.com readthedocs.io surge.sh glitch.me replit.app repl.co " +
    "blogspot.com wordpress.com wixsite.com weebly.com webflow.io squarespace.com notion.site tumblr.com substack.com ghost.io carrd.co strikingly.com jimdofree.com myshopify.com shoplazza.com shopline.com " +
    "myshopline.com bigcartel.com aliyuncs.com myqcloud.com tcloudbaseapp.com tcloudbase.com bcebos.com qiniucdn.com clouddn.com upaiyun.com sinaapp.com wezhan.cn icoc.me icoc.bz faisco.cn faisys.com " +
    "jz.fkw.com portal.fkw.com m.icoc.me ngrok.io ngrok.app natapp1.cc eu.org cn.com uk.com us.com gb.net jp.net de.com eu.com com.de co.com br.com jpn.com za.com sa.com ru.com hk.com",
);

export const TWO_PART_SUFFIXES: ReadonlySet<string> = new Set(
  Object.entries(FURTHER).flatMap(([country, labels]) => words(labels).map((label) => `${label}.${country}`)),
);
export const GIVEN_AWAY_SUFFIXES: ReadonlySet<string> = new Set(GIVEN_AWAY);

/** Marketplaces, networks and directories: a shop or page there says nothing about a domain of the company's own. */
export const PLATFORM_DOMAINS: ReadonlySet<string> = new Set(
  words(
    "taobao.com tmall.com tmall.hk 1688.com jd.com alibaba.com aliexpress.com pinduoduo.com yangkeduo.com suning.com vip.com amazon.com amazon.cn ebay.com etsy.com shopee.com lazada.com made-in-china.com " +
      "globalsources.com hc360.com b2b.cn china.cn 58.com ganji.com dianping.com meituan.com ele.me youzan.com weidian.com weimob.com weibo.com weibo.cn zhihu.com bilibili.com douyin.com kuaishou.com " +
      "xiaohongshu.com toutiao.com baidu.com so.com sogou.com google.com bing.com linkedin.com linkedin.cn facebook.com instagram.com twitter.com x.com youtube.com tiktok.com pinterest.com t.me medium.com " +
      "github.com gitee.com qcc.com qichacha.com tianyancha.com aiqicha.baidu.com zhaopin.com 51job.com liepin.com zhipin.com crunchbase.com bloomberg.com wikipedia.org feishu.cn larksuite.com dingtalk.com " +
      "wps.cn docs.qq.com wjx.cn wjx.top jinshuju.net mikecrm.com bit.ly t.cn dwz.cn suo.im linktr.ee",
  ),
);
