import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { FORMAT_VERSION, VERSION_OFFSET } from '../../../src/core/kb/format';
import { writePack } from '../../../src/core/kb/write-pack';
import type { PackEntity } from '../../../src/core/kb/write-pack';

/** A pack with one entity, `<id>-<version>`, so that each version is known by what it answers. */
export function smallPack(id: string, version: string, name = `Zorbel ${id} ${version}`): Uint8Array<ArrayBuffer> {
  const entity: PackEntity = {
    record: {
      id: entityOf(id, version), type: 'institution', tier: 'brief', name, line: `Of version ${version}`, asOf: '2026-01-13', status: 'draft',
    },
    prior: 50, plus: [], minus: [], aliases: [{ t: name, flags: [] }], patterns: [],
  }; // prettier-ignore
  const manifest = {
    id, version, name: `Pack ${id}`, tier: 1, languages: ['en'], licence: 'MIT', notice: 'none', attribution: 'tests',
    asOf: '2026-01-13', builtFrom: [], builder: 'tests',
  }; // prettier-ignore
  return Uint8Array.from(writePack({ manifest, entities: [entity] }));
}

export function entityOf(id: string, version: string): string {
  return `${id}-${version.replaceAll('.', '-')}`;
}

/** The same pack with one byte of its content changed. */
export function damaged(pack: Uint8Array): Uint8Array {
  return pack.map((byte, i) => (i === pack.length - 9 ? byte ^ 1 : byte));
}

/** The same pack as the format of so many versions later, or earlier, would have it. */
export function ofOtherFormat(pack: Uint8Array, later: number): Uint8Array {
  const copy = pack.slice();
  new DataView(copy.buffer).setUint32(VERSION_OFFSET, FORMAT_VERSION + later, true);
  return copy;
}

/** Writes files for a file input to take, until the tests of the `describe` around are over; gives their paths. */
export function createFolder(): (name: string, bytes: Uint8Array) => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-packs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, bytes) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
}
