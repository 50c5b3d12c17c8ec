import { openPack, packHash, verifyPack } from '../core/kb/open-pack';
import type { Pack } from '../core/kb/pack';
import { openBundledPacks } from './bundled-packs';
import { answer, fileKey, inPackDb, readStoredPacks, type PackPointer } from './pack-db';
import { InstallError, MOST_PACK_BYTES, type InstallStep } from './pack-words';
import { readThrough } from './read-through';
import { compareVersions } from './versions';

/** Installs, removals and collections take turns, in whatever page or worker they run; a killed one frees its turn. */
const TURN = 'sidelight-packs';

/** A pack id as the compiler makes them; it becomes part of keys. */
const PACK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 64;
const LONGEST_VERSION = 40;

/** Hears of every step when it is reached, also from inside transactions: it must not wait for anything. */
type OnStep = (step: InstallStep) => void;

/**
 * Makes a pack of the reader's the active one of its id. It is checked whole, stored beside the old one, read back and
 * compared; then one transaction makes it active, and the old file goes. A kill at any moment leaves the old pack or
 * the new one. Resolves with the pack's name; rejects with an `InstallError` or `PackError` where the pack is refused,
 * and with the browser's error where it cannot be stored (`sentenceOf` has the words for all of them).
 */
export async function installPack(bytes: Uint8Array<ArrayBuffer>, onStep: OnStep = () => undefined): Promise<string> {
  const step = async (name: InstallStep): Promise<void> => {
    onStep(name);
    await untilNextTask();
  };
  if (bytes.length > MOST_PACK_BYTES) throw tooLarge();
  await step('start');
  const pack = openPack(bytes);
  const { id, version, name } = pack.manifest;
  checkKeys(id, version);
  await step('opened');
  verifyPack(bytes);
  await readThrough(pack);
  await step('verified');
  const hash = packHash(bytes);
  const file = fileKey(id, version, hash);
  await navigator.locks.request(TURN, async () => {
    await refuseOlder(pack);
    await step('allowed');
    await stage(file, bytes, onStep);
    await step('staged');
    await compareStored(file, bytes);
    await step('compared');
    const old = await flip(id, { file, hash, installedAt: Date.now() }, onStep);
    await step('flipped');
    if (old !== null && old !== file) await dropFile(old, onStep);
    await step('done');
  });
  return name;
}

/** Takes a pack of the reader's out, pointer and file in one; none with this id is not an error. */
export async function removePack(id: string): Promise<void> {
  await navigator.locks.request(TURN, () =>
    inPackDb('readwrite', async ({ files, pointers }) => {
      const pointer = await answer<PackPointer | undefined>(pointers.get(id));
      pointers.delete(id);
      if (pointer) files.delete(pointer.file);
    }),
  );
}

/** Deletes files that no pointer names, unless an install is on its way: its file has no pointer yet. */
export async function collectOrphans(): Promise<void> {
  await navigator.locks.request(TURN, { ifAvailable: true }, async (turn) => {
    if (!turn) return;
    await inPackDb('readwrite', async ({ files, pointers }) => {
      const [keys, used] = await Promise.all([answer(files.getAllKeys()), answer<PackPointer[]>(pointers.getAll())]);
      const names = new Set<unknown>(used.map(({ file }) => file));
      for (const key of keys) if (!names.has(key)) files.delete(key);
    });
  });
}

export function tooLarge(): InstallError {
  return new InstallError(`This file is too large: a pack has at most ${MOST_PACK_BYTES / 1024 / 1024} MB.`);
}

function checkKeys(id: string, version: string): void {
  if (id.length > LONGEST_ID || !PACK_ID.test(id)) {
    throw new InstallError('This pack cannot be added: its id is not made of small letters, digits and hyphens.');
  }
  if (version === '' || version.length > LONGEST_VERSION) {
    throw new InstallError(`This pack cannot be added: its version has not between 1 and ${LONGEST_VERSION} signs.`);
  }
}

/** Refuses an older version of what is here, and what is bundled unless newer. The same version may be added again. */
async function refuseOlder({ manifest: { id, version, name } }: Pack): Promise<void> {
  const [bundled, { packs }] = await Promise.all([openBundledPacks(), readStoredPacks()]);
  const own = bundled.find((opened) => opened.id === id)?.pack;
  if (own && compareVersions(version, own.manifest.version) <= 0) {
    throw new InstallError(
      `${name} comes with Sidelight in version ${own.manifest.version}; version ${version} is not newer.`,
    );
  }
  const installed = await installedVersion(packs.find((stored) => stored.id === id)?.blob);
  if (installed !== null && compareVersions(version, installed) < 0) {
    throw new InstallError(`${name} is here in version ${installed}; version ${version} is older.`);
  }
}

/** The version of a stored pack; null where there is none, or none that opens: anything may replace it. */
async function installedVersion(blob: Blob | null | undefined): Promise<string | null> {
  try {
    return blob ? openPack(await blob.arrayBuffer()).manifest.version : null;
  } catch {
    return null;
  }
}

function stage(file: string, bytes: Uint8Array<ArrayBuffer>, onStep: OnStep): Promise<void> {
  return inPackDb('readwrite', ({ files }) => {
    files.put(new Blob([bytes]), file);
    onStep('staging');
  });
}

/** What is stored must be what was checked, byte for byte, before anything relies on it. */
async function compareStored(file: string, bytes: Uint8Array): Promise<void> {
  const blob: unknown = await inPackDb('readonly', ({ files }) => answer<unknown>(files.get(file)));
  const stored = blob instanceof Blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array();
  if (stored.length !== bytes.length || !stored.every((byte, i) => byte === bytes[i])) {
    throw new InstallError('The browser did not store the pack as it is. Nothing was changed.');
  }
}

/** Makes `file` the active one; resolves with the file it replaces. Looks once more whether the file is there. */
function flip(id: string, pointer: PackPointer, onStep: OnStep): Promise<string | null> {
  return inPackDb('readwrite', async ({ files, pointers }) => {
    const [key, old] = await Promise.all([
      answer(files.getKey(pointer.file)),
      answer<PackPointer | undefined>(pointers.get(id)),
    ]);
    if (key === undefined) throw new InstallError('The stored pack has gone. Nothing was changed; add it again.');
    pointers.put(pointer, id);
    onStep('flipping');
    return old?.file ?? null;
  });
}

function dropFile(file: string, onStep: OnStep): Promise<void> {
  return inPackDb('readwrite', ({ files }) => {
    files.delete(file);
    onStep('cleaning');
  });
}

/** Lets a page show what it was told. */
function untilNextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
