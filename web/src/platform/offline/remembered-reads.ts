/** A small place in IndexedDB for one value: what this person's pages have read, for the hours without a network. */
const DATABASE = "tongzhou";
const STORE = "reads";
const KEY = "latest";

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no database")));
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await openDatabase();
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("not stored")));
    }).finally(() => database.close());
  } catch {
    // A private window may have no storage. The page then remembers only as long as it is open.
    return undefined;
  }
}

export const rememberedReads = {
  read: (): Promise<unknown> => within("readonly", (store) => store.get(KEY)),
  write: async (value: unknown): Promise<void> => void (await within("readwrite", (store) => store.put(value, KEY))),
  clear: async (): Promise<void> => void (await within("readwrite", (store) => store.delete(KEY))),
};
