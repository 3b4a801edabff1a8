import ConfigProvider from "antd/es/config-provider";
import type { Locale } from "antd/es/locale";
import { use, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTheme } from "../theme/choose-theme.ts";
import { antdTheme } from "./antd-theme.ts";

/** The nonce the server wrote into the page; styles that Ant Design injects carry it, so the policy lets them in. */
function pageNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]");
  return meta?.nonce || undefined;
}

const locales = new Map<string, Promise<Locale>>();

/** Only the language in use is fetched. */
function localeOf(language: string): Promise<Locale> {
  const known = locales.get(language);
  if (known) return known;
  const loading = language.startsWith("zh")
    ? Promise.all([import("antd/es/locale/zh_CN"), import("dayjs/locale/zh-cn")]).then(([locale]) => locale.default)
    : import("antd/es/locale/en_US").then((locale) => locale.default);
  locales.set(language, loading);
  return loading;
}

/** Pop-ups of a control inside a dialog or a float belong into it: what lies outside cannot be reached, or is covered. */
const popupHome = (node?: HTMLElement): HTMLElement => node?.closest<HTMLElement>("dialog, [popover]") ?? document.body;

/**
 * What every Ant Design control stands in: our tokens, the language, the nonce. Only fields that need more than the
 * browser's own controls use it, so that the first page does not carry the library.
 */
export function AntdScope({ children }: { children: ReactNode }) {
  const theme = useTheme();
  const { i18n } = useTranslation();
  const locale = use(localeOf(i18n.language));
  const config = useMemo(() => antdTheme(theme), [theme]);
  const nonce = useMemo(() => pageNonce(), []);
  return (
    <ConfigProvider
      theme={config}
      locale={locale}
      getPopupContainer={popupHome}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
