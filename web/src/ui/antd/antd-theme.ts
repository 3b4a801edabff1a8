import type { ThemeConfig } from "antd/es/config-provider";
import antd from "antd/es/theme";
import type { Theme } from "../theme/choose-theme.ts";

/** The tokens of tokens.css as the browser has them now; Ant Design derives further colours and needs real values. */
function tokenReader(): (name: string) => string {
  const computed = getComputedStyle(document.documentElement);
  return (name) => computed.getPropertyValue(`--${name}`).trim();
}

const sameInBothThemes = {
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  fontWeightStrong: 600,
  controlHeight: 32,
  controlHeightSM: 28,
  controlHeightLG: 44,
  borderRadius: 6,
  borderRadiusSM: 5,
  borderRadiusLG: 8,
  borderRadiusXS: 4,
  controlOutlineWidth: 2,
  lineWidthFocus: 2,
  motionDurationFast: "0.12s",
  motionDurationMid: "0.18s",
  motionDurationSlow: "0.24s",
  motionEaseOut: "cubic-bezier(.2,0,0,1)",
} as const;

function coloursOf(token: (name: string) => string): NonNullable<ThemeConfig["token"]> {
  return {
    colorPrimary: token("accent"),
    colorInfo: token("accent"),
    colorPrimaryHover: token("accent-hover"),
    colorPrimaryActive: token("accent-hover"),
    colorLink: token("accent-ink"),
    colorPrimaryText: token("accent-ink"),
    colorPrimaryBg: token("accent-soft"),
    controlItemBgActive: token("accent-soft"),
    colorPrimaryBgHover: token("accent-mid"),
    controlItemBgActiveHover: token("accent-mid"),
    colorPrimaryBorder: token("accent-line"),
    colorSuccess: token("green"),
    colorSuccessBg: token("green-bg"),
    colorWarning: token("amber"),
    colorWarningBg: token("amber-bg"),
    colorError: token("red"),
    colorErrorBg: token("red-bg"),
    colorText: token("ink"),
    colorTextSecondary: token("ink2"),
    colorTextTertiary: token("ink3"),
    colorTextPlaceholder: token("ink3"),
    colorBorder: token("line2"),
    colorBorderSecondary: token("line"),
    colorSplit: token("line"),
    colorBgContainer: token("surface"),
    colorBgLayout: token("subtle"),
    colorBgElevated: token("raised"),
    controlItemBgHover: token("hover"),
    colorFillAlter: token("subtle"),
    colorBgSpotlight: token("toast"),
    colorBgMask: token("scrim"),
    boxShadow: token("shadow-pop"),
    boxShadowSecondary: token("shadow-pop"),
    fontFamily: token("font"),
  };
}

/** Ant Design dressed in our tokens. Call it after the theme's attribute is on the page. */
export function antdTheme(theme: Theme): ThemeConfig {
  const token = tokenReader();
  const formBorder = { colorBorder: token("edge"), activeShadow: `0 0 0 2px ${token("accent-soft")}` };
  return {
    algorithm: theme === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: { ...sameInBothThemes, ...coloursOf(token) },
    components: {
      Select: { ...formBorder, optionFontSize: 13, fontSize: 13, optionSelectedFontWeight: 600 },
      DatePicker: { ...formBorder, fontSize: 13 },
      InputNumber: { ...formBorder, fontSize: 13 },
      Input: { ...formBorder, fontSize: 13 },
      TreeSelect: { ...formBorder, fontSize: 13 },
      Upload: { ...formBorder },
    },
  };
}
