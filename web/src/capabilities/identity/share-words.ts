const PERCENT = 100;

/** A probability or a share as people write it: `98%`, `99.5%`, `0.1%`; as many digits as it takes, and never 0% of something. */
export function shareWords(share: number): string {
  const percent = share * PERCENT;
  if (percent === 0) return "0%";
  if (percent < LEAST_WRITTEN) return `<${LEAST_WRITTEN}%`;
  return `${Number(percent.toFixed(percent < 1 || percent > MOST_WHOLE ? 2 : 1))}%`;
}

const LEAST_WRITTEN = 0.01;
/** Above it the tenths are what matters. */
const MOST_WHOLE = 99;
