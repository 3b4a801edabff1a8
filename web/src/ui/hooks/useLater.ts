import { useEffect, useState } from "react";

/** False, and true once `delayMs` have passed: for what should only be drawn when waiting has become noticeable. */
export function useLater(delayMs: number): boolean {
  const [later, setLater] = useState(delayMs <= 0);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return later;
}
