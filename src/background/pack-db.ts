/**
 * The packs that a reader added, in IndexedDB. `files` holds whole packs under keys that name exactly one content;
 * `pointers` says, for each pack id, which file is the one in use. A file is never written over: a new version comes
 * under a new key, and one write to `pointers` makes it the active one.
 */
const NAME = 'packs';
const VERSION = 1;
const FILES = 'files';
const POINTERS = 'pointers';

/** Which file is a pack's active one. `hash`: its content hash, 64 hexadecimal digits; `installedAt`: epoch ms. */
export type PackPointer = { file: string; hash: string; installedAt: number };

/** An installed pack as it is stored; `blob` is null where the browser has lost the file. */
export type StoredPack = { id: string; pointer: PackPointer; blob: Blob | null };

type Stores = { files: IDBObjectStore; pointers: IDBObjectStore };

/** The key of a file: two files with one key have the same content. */
export function fileKey(id: string, version: string, hash: string): string {
  return `${id}@${version}#${hash.slice(0, 16)}`;
}

/**
 * Runs `work` in one transaction over both stores; resolves with its result when the transaction is on disk. When
 * `work` throws, or the browser stops the transaction, nothing of it is kept and the promise rejects. `work` may use
 * the stores only before its first await of anything else.
 */
export async function inPackDb<T>(mode: IDBTransactionMode, work: (stores: Stores) => T | Promise<T>): Promise<T> {
  const db = await openDb();
  try {
    const transaction = db.transaction([FILES, POINTERS], mode, { durability: 'strict' });
    const done = finished(transaction);
    // Heard below; a transaction that ends while `work` still runs must not count as unheard.
    done.catch(() => undefined);
    try {
      const result = await work({ files: transaction.objectStore(FILES), pointers: transaction.objectStore(POINTERS) });
      await done;
      return result;
    } catch (error) {
      stop(transaction);
      throw error;
    }
  } finally {
    db.close();
  }
}

/** The installed packs, and whether there are files that no pointer names (left by an install that was cut short). */
export function readStoredPacks(): Promise<{ packs: StoredPack[]; hasOrphans: boolean }> {
  return inPackDb('readonly', async ({ files, pointers }) => {
    const [ids, values, keys] = await Promise.all([
      answer(pointers.getAllKeys()),
      answer<PackPointer[]>(pointers.getAll()),
      answer(files.getAllKeys()),
    ]);
    const packs = await Promise.all(
      values.map(async (pointer, i) => {
        const blob: unknown = await answer(files.get(pointer.file));
        return { id: ids[i] as string, pointer, blob: blob instanceof Blob ? blob : null };
      }),
    );
    const used = new Set<unknown>(values.map(({ file }) => file));
    return { packs, hasOrphans: keys.some((key) => !used.has(key)) };
  });
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(asError(request.error)));
  });
}

function openDb(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(FILES);
    request.result.createObjectStore(POINTERS);
  });
  return new Promise((resolve, reject) => {
    // Another context with an older version open; ours never holds a connection for long.
    request.addEventListener('blocked', () => reject(new Error('The store of packs is in use.')));
    request.addEventListener('error', () => reject(asError(request.error)));
    request.addEventListener('success', () => resolve(request.result));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(asError(transaction.error)));
  });
}

function stop(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('The store of packs stopped without a reason.');
}
