import type { LucideIcon } from "lucide-react";

const THINNER_FROM_PX = 20;

export interface IconProps {
  of: LucideIcon;
  /** px; 16 on desktop, 20 to 22 on the phone, 14 and 12 inside small controls. */
  size?: number;
  className?: string | undefined;
  /** Only when no word stands beside it; else the icon is silent to screen readers. */
  label?: string;
}

/** An outlined icon in the colour of its surroundings. */
export function Icon({ of: Shape, size = 16, className, label }: IconProps) {
  return (
    <Shape
      size={size}
      strokeWidth={size >= THINNER_FROM_PX ? 1.5 : 1.6}
      className={className}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}
