import type { TFunction } from "i18next";

export type Language = "zh-CN" | "en";

/** What every formatter needs to know. */
export interface FormatContext {
  /** Words of the namespace `format`, in `language`. */
  t: TFunction<"format">;
  language: Language;
  /** Days, "today" and month borders follow the company's time zone. */
  companyZone: string;
  /** Only clock times are shown in the viewer's. */
  viewerZone: string;
  /** Of amounts that come without one. */
  currency: string;
}
