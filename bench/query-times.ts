import pg from "pg";

interface Spent {
  calls: number;
  milliseconds: number;
}

/** How long each statement took, by its beginning, as this process waited for it. */
export class QueryTimes {
  readonly #spent = new Map<string, Spent>();

  /** Listens to every query of this process from now on. */
  watch(): void {
    const spent = this.#spent;
    const original = pg.Client.prototype.query as (this: unknown, ...given: unknown[]) => unknown;
    const watched = function (this: unknown, ...given: unknown[]): unknown {
      const began = performance.now();
      const answer = original.apply(this, given);
      const note = (): void => {
        const key = nameOf(given[0]);
        const known = spent.get(key) ?? { calls: 0, milliseconds: 0 };
        spent.set(key, { calls: known.calls + 1, milliseconds: known.milliseconds + performance.now() - began });
      };
      if (answer instanceof Promise) return answer.finally(note);
      if (isStream(answer)) answer.once("finish", note);
      return answer;
    };
    Object.assign(pg.Client.prototype, { query: watched });
  }

  /** The statements that took longest. */
  lines(count: number): string[] {
    return [...this.#spent]
      .toSorted((a, b) => b[1].milliseconds - a[1].milliseconds)
      .slice(0, count)
      .map(
        ([key, { calls, milliseconds }]) =>
          `${milliseconds.toFixed(0).padStart(7)} ms ${String(calls).padStart(5)} × ${key}`,
      );
  }

  clear(): void {
    this.#spent.clear();
  }
}

const isStream = (value: unknown): value is NodeJS.WritableStream =>
  typeof value === "object" && value !== null && "pipe" in value && "once" in value;

function nameOf(statement: unknown): string {
  const text =
    typeof statement === "string"
      ? statement
      : ((statement as { name?: string; text?: string }).name ??
        (statement as { text?: string }).text ??
        textOfCopy(statement));
  return text.replace(/\s+/g, " ").trim().slice(0, 110);
}

const textOfCopy = (statement: unknown): string => (statement as { cursor?: never }).cursor ?? "copy";
