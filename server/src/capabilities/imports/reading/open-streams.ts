import { readFile } from "../../../platform/files/read-file.ts";
import type { House } from "../../../platform/ledger/context.ts";
import type { RowBatch, RowPosition } from "../domain/row-batches.ts";
import type { ReadingPlan } from "./reading-plan.ts";
import { RowStream } from "./row-stream.ts";

/** Between two batches of an import another job may have its turn; a thread that nobody asks for so long is ended. */
const IDLE_MS = 60_000;

export interface PreparedBatch {
  readonly batch: RowBatch;
  readonly isLast: boolean;
}

interface OpenStream {
  readonly stream: RowStream;
  /** Kept until the next one is asked for: a batch that fails is tried again. */
  current: PreparedBatch | undefined;
  idle: NodeJS.Timeout;
}

/** The files that this process is importing, by import; another process that takes one over opens its own. */
const streams = new Map<string, OpenStream>();

/**
 * Reads the batch of an import that begins at a position, which is a border of batches. The thread that reads goes on with
 * the one behind it meanwhile.
 * @param planOf what the thread must know to begin there.
 */
export async function prepareBatch(
  { pool }: Pick<House, "pool">,
  importId: string,
  fileId: string,
  position: RowPosition,
  planOf: (start: RowPosition) => ReadingPlan,
): Promise<PreparedBatch> {
  const known = streams.get(importId);
  if (known?.current?.batch.from.offset === position.offset) return known.current;
  if (known?.current?.batch.to.offset !== position.offset) await closeStream(importId);
  const open = streams.get(importId) ?? start();
  open.idle.refresh();
  try {
    const next = await open.stream.next();
    if (!next) throw new Error(`the file of import ${importId} ends before byte ${position.offset}`);
    open.current = next;
    return next;
  } catch (error) {
    await closeStream(importId);
    throw error;
  }

  function start(): OpenStream {
    const stream = new RowStream(planOf(position), readFile(pool, fileId, position.offset));
    const idle = setTimeout(() => void closeStream(importId), IDLE_MS).unref();
    const opened: OpenStream = { stream, current: undefined, idle };
    streams.set(importId, opened);
    return opened;
  }
}

/** The batch that was prepared at this position; undefined when another process or an older attempt prepared it. */
export function preparedBatch(importId: string, position: RowPosition): PreparedBatch | undefined {
  const current = streams.get(importId)?.current;
  return current?.batch.from.offset === position.offset ? current : undefined;
}

/** Ends the reading of an import in this process. */
export async function closeStream(importId: string): Promise<void> {
  const open = streams.get(importId);
  if (!open) return;
  streams.delete(importId);
  clearTimeout(open.idle);
  await open.stream.close();
}
