/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
export function luminance(hex: string): number {
  const digits = hex.slice(1);
  const long = digits.length === 3 ? [...digits].map((d) => d + d).join("") : digits;
  const channel = (from: number) => {
    const part = Number.parseInt(long.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
