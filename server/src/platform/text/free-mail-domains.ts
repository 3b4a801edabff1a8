/** Providers where anybody gets an address; their domain is no evidence of a company. */
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  (
    "qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com " +
    "sohu.com tom.com 139.com 189.cn wo.cn 21cn.com aliyun.com 263.net china.com 88.com dingtalk.com gmail.com " +
    "googlemail.com outlook.com outlook.com.br hotmail.com hotmail.co.uk hotmail.fr live.com live.cn msn.com yahoo.com " +
    "yahoo.com.cn yahoo.cn yahoo.co.jp yahoo.co.uk yahoo.com.hk yahoo.com.tw yahoo.com.br ymail.com icloud.com me.com " +
    "mac.com aol.com proton.me protonmail.com gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.ru yandex.com " +
    "zoho.com naver.com hanmail.net orange.fr free.fr uol.com.br bol.com.br terra.com.br t-online.de fastmail.com tutanota.com " +
    "pchome.com.tw hinet.net netvigator.com " +
    "vip.sohu.com vip.tom.com eyou.com wo.com.cn sina.com.cn 2980.com aliyun.cn outlook.jp outlook.de hotmail.de hotmail.it hotmail.es hotmail.com.br " +
    "live.co.uk live.com.au yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.in yahoo.co.in yahoo.com.au yahoo.com.sg yahoo.ca rocketmail.com yandex.com.tr pm.me duck.com hey.com " +
    "comcast.net verizon.net att.net sbcglobal.net btinternet.com wanadoo.fr laposte.net libero.it daum.net nate.com kakao.com bigpond.com rediffmail.com"
  ).split(" "),
);
