/**
 * Text that this browser remembers. Storage may be forbidden or full; then nothing is remembered and the page works on.
 * Everything of ours begins with `tongzhou.`.
 */
export const storedText = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(`tongzhou.${key}`);
    } catch {
      return null;
    }
  },
  write(key: string, text: string | null): void {
    try {
      if (text === null) localStorage.removeItem(`tongzhou.${key}`);
      else localStorage.setItem(`tongzhou.${key}`, text);
    } catch {
      // A full or forbidden storage must not stop anybody from working.
    }
  },
};
