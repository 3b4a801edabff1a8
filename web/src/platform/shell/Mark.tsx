/** The boat. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <g fill="#fff">
        <path d="M4.5 14.8h15c-.9 2.7-3.6 4.2-7.5 4.2s-6.6-1.5-7.5-4.2z" />
        <path d="M11.3 4.8v8.4H6.2z" />
        <path d="M12.7 7.2l4.3 6h-4.3z" fillOpacity=".72" />
      </g>
    </svg>
  );
}
