/** A mainland number's area code: Beijing 10, the 2x cities, and three digits elsewhere. */
const MAINLAND_LANDLINE = /^\+86(10|2\d|[3-9]\d{2})(\d{6,8})$/;
const MAINLAND_MOBILE = /^\+86(1[3-9]\d)\d{4}(\d{4})$/;
const MAINLAND_HOTLINE = /^\+86([48]00)\d{4}(\d{3})$/;
const ABROAD = /^\+(\d{1,3})(\d{4,})$/;
const SHORT_NUMBER = /^\d{5,8}$/;
const STARS = "****";

/**
 * A phone identifier's value as somebody without the right to it sees it. At least four digits are always hidden:
 * mobiles show three and four (138****8000), landlines the area code and at most the last four (021-****5566), hotlines
 * 400****820, numbers abroad the first digits of the country and at most the last three. Extensions stay (转 8012).
 * Public short numbers (95588) are shown; anything else is only stars.
 */
export function maskPhone(value: string): string {
  const [number = "", extension] = value.split(";ext=", 2);
  const tail = extension !== undefined && /^\d{1,6}$/.test(extension) ? ` 转 ${extension}` : "";
  return maskNumber(number) + tail;
}

function maskNumber(number: string): string {
  const mobile = MAINLAND_MOBILE.exec(number);
  if (mobile) return `${mobile[1]}${STARS}${mobile[2]}`;
  const hotline = MAINLAND_HOTLINE.exec(number);
  if (hotline) return `${hotline[1]}${STARS}${hotline[2]}`;
  const landline = MAINLAND_LANDLINE.exec(number);
  if (landline) return `0${landline[1]}-${STARS}${(landline[2] ?? "").slice(4)}`;
  const abroad = ABROAD.exec(number);
  // The length of the country code is not visible in E.164 without the library's table; one digit is always part of it.
  if (abroad) return `+${number.slice(1, 2)}${STARS}${number.length >= 10 ? number.slice(-3) : ""}`;
  return SHORT_NUMBER.test(number) && /^(?:95|96|10|12)/.test(number) ? number : STARS;
}
