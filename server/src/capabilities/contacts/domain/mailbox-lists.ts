/** Mailboxes that belong to a task and not to a person (RFC 2142 and what Chinese and English web sites publish). */
export const ROLE_MAILBOXES: ReadonlySet<string> = new Set(
  (
    "abuse account accounts admin administrator after-sales aftersales bd billing biz booking business buy career careers " +
    "caiwu company contact contact-us contactus cs customer customer-service customercare customerservice donotreply " +
    "enquiries enquiry export finance ftp fuwu general gm hello help helpdesk hostmaster hr info information inquiries " +
    "inquiry invoice invoices it job jobs kefu legal mail mailer-daemon market marketing media news newsletter no-reply " +
    "noreply office operations order orders pr postmaster press privacy procurement public purchase purchasing reception " +
    "recruit recruitment reply root sale sales security service services shangwu shichang shop social spam support tech " +
    "trade usenet uucp web webmaster welcome www xiaoshou yunying zhaopin"
  ).split(" "),
);

/** Providers where anybody gets an address; their domain is no evidence of a company. */
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  (
    "qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com " +
    "sohu.com tom.com 139.com 189.cn wo.cn 21cn.com aliyun.com 263.net china.com 88.com dingtalk.com gmail.com " +
    "googlemail.com outlook.com outlook.com.br hotmail.com hotmail.co.uk hotmail.fr live.com live.cn msn.com yahoo.com " +
    "yahoo.com.cn yahoo.cn yahoo.co.jp yahoo.co.uk yahoo.com.hk yahoo.com.tw yahoo.com.br ymail.com icloud.com me.com " +
    "mac.com aol.com proton.me protonmail.com gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.ru yandex.com " +
    "zoho.com naver.com hanmail.net orange.fr free.fr uol.com.br bol.com.br terra.com.br t-online.de fastmail.com tutanota.com " +
    "pchome.com.tw hinet.net netvigator.com"
  ).split(" "),
);
