import { expect, test } from 'vitest';
import { readSettings } from '../../../../src/settings/schema';
import { readSettingsFile, writeSettingsFile } from '../../../../src/ui/options/settings-file';

const { settings: DEFAULTS } = readSettings({});

function file(settings: object, rest: object = {}): string {
  return JSON.stringify({ format: 'sidelight-settings', version: 1, settings, ...rest });
}

test('what was saved can be taken again, except a pause', () => {
  const settings = {
    ...DEFAULTS,
    dwellMs: 700,
    sites: { 'a.example': false },
    knownEntities: ['japan'],
    pausedUntil: 99,
  };
  const { pausedUntil: _, ...rest } = settings;
  expect(readSettingsFile(writeSettingsFile(settings), readSettings)).toEqual({ settings: rest });
});

test('only what the file holds is taken', () => {
  expect(readSettingsFile(file({ theme: 'dark', pausedUntil: 5 }), readSettings)).toEqual({
    settings: { theme: 'dark' },
  });
});

test.each([
  ['not JSON', '{"format":', /not JSON/],
  ['another file', '{"a":1}', /not a settings file of Sidelight/],
  ['a list', '[]', /not JSON|not a settings file/],
  ['a newer version', file({}, { version: 2 }), /version 2; this Sidelight reads version 1/],
  [
    'a bad value',
    file({ dwellMs: 'fast', theme: 'dark', sites: [] }),
    /Nothing was changed.*dwellMs.*sites|Nothing was changed.*sites.*dwellMs/,
  ],
  ['nothing known', file({ colour: 'red' }), /no setting in this file/],
])('%s gives one clear sentence', (_, text, sentence) => {
  const read = readSettingsFile(text, readSettings);
  expect('error' in read ? read.error : '').toMatch(sentence);
});
