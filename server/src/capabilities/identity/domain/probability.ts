/** The probability that evidence in bits stands for: 0 is even, 10 a thousand to one. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** The bits of a probability. */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}
