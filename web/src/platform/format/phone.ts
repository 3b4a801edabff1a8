import type { FormatContext } from "./format-context.ts";

const CHINESE_MOBILE = /^\+86(1\d{2})(\d{4})(\d{4})$/;
const WITH_EXTENSION = /^(.+?);ext=(\d+)$/;

/** A revealed number as people read it: `138 0000 6021`, `… 转 806`. A masked one stays as the server gave it. */
export function phone({ t }: FormatContext, number: string): string {
  const [, main, extension] = WITH_EXTENSION.exec(number) ?? [undefined, number, undefined];
  const mobile = CHINESE_MOBILE.exec(main ?? number);
  const written = mobile === null ? (main ?? number) : mobile.slice(1).join(" ");
  return extension === undefined ? written : t("extension", { number: written, extension });
}
