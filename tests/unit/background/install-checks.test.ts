import { expect, test } from 'vitest';
import { entity, packInput } from '../core/build-pack';
import { PackError } from '../../../src/core/kb/pack-error';
import { openPack } from '../../../src/core/kb/open-pack';
import { readContainer, writeContainer } from '../../../src/core/kb/container';
import { writePack } from '../../../src/core/kb/write-pack';
import { sentenceOf } from '../../../src/background/pack-words';
import { readThrough } from '../../../src/background/read-through';
import { compareVersions } from '../../../src/background/versions';

test.each([
  ['1', '2'],
  ['1.9', '1.10'],
  ['9', '10'],
  ['1.0', '1.0.1'],
  ['2026-01-09', '2026-01-13'],
  ['1a', '1b'],
])('version %s is older than %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(older, older)).toBe(0);
});

test.each<[unknown, RegExp]>([
  [new PackError('version', 'version of the pack format', 2, 1), /made for an older Sidelight/],
  [new PackError('layout', 'sections', 17, 3), /^This pack is damaged \(sections: expected 17, found 3\)\.$/],
  [new DOMException('full', 'QuotaExceededError'), /not enough space/],
  [new DOMException('gone', 'NotReadableError'), /cannot read the file/],
  [new Error('insecure'), /did not let Sidelight store or read packs \(insecure\)/],
  ['odd', /\(odd\)/],
])('%s is told in a sentence', (error, sentence) => {
  expect(sentenceOf(error)).toMatch(sentence);
});

test('a pack that was sealed over wrong content is found out', async () => {
  const names = Array.from({ length: 40 }, (_, i) => entity(`e${i}`, `Name ${i}`));
  const bytes = writePack(packInput(...names));
  await expect(readThrough(openPack(bytes))).resolves.toBeUndefined();
  for (const section of ['postings', 'records', 'heads'] as const) {
    const sections = readContainer(bytes);
    const wrong = { ...sections[section], bytes: sections[section].bytes.map(() => 0xff) };
    const sealed = openPack(writeContainer({ ...sections, [section]: wrong }));
    await expect(readThrough(sealed), section).rejects.toThrow(PackError);
  }
});
