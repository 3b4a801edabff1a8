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
