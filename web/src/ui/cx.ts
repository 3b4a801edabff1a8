/** Joins class names, leaving out what is absent: `cx(styles.row, chosen && styles.chosen)`. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
