import {
  addressRegion,
  companyNameKeys,
  creditCode,
  parseIndustry,
  parseRegion,
  webDomain,
} from "../../accounts/index.ts";
import type { CompanyReaders } from "../domain/read-reference-row.ts";

/** How the house reads what stands in a line about a company. */
export const companyReaders: CompanyReaders = {
  nameKeys: companyNameKeys,
  creditCode(text) {
    const { code, level } = creditCode(text);
    return level === "format_error" ? null : code;
  },
  industry: parseIndustry,
  region: (parts) => (parts.length === 0 ? null : parseRegion(parts).code),
  addressRegion,
  isWebsite: (text) => webDomain(text).domain !== null,
};
