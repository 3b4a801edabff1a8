import type { ReactNode } from "react";

/** A small picture made of marks, with the sentence it says to those who cannot see it. */
export function Picture({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    // An `<img>` wants a file; these marks are drawn by style.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span role="img" aria-label={label} className={className}>
      {children}
    </span>
  );
}
