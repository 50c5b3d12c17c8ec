import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SETTING_KEYS, readSettings } from '../../../src/settings/schema';
import { isPaused, isSiteEnabled, siteOf } from '../../../src/settings/sites';

describe('stored settings', () => {
  it('are complete when nothing is stored', () => {
    const { settings, damaged } = readSettings({});
    expect(Object.keys(settings).sort()).toEqual([...SETTING_KEYS].sort());
    expect(settings.allEnabled).toBe(true);
    expect(damaged).toEqual([]);
  });

  it('keep what is valid', () => {
    expect(readSettings({ dwellMs: 500, sites: { 'example.org': false } }).settings).toMatchObject({
      dwellMs: 500,
      sites: { 'example.org': false },
    });
  });

  it.each(SETTING_KEYS)('fall back to the default of %s alone when it is damaged', (key) => {
    const stored = { dwellMs: 500, theme: 'dark', [key]: { damaged: [Number.NaN] } };
    const { settings, damaged } = readSettings(stored);
    expect(damaged).toEqual([key]);
    expect(settings[key]).toEqual(readSettings({}).settings[key]);
  });

  it('never share a default between two readings', () => {
    readSettings({}).settings.sites['example.org'] = false;
    expect(readSettings({}).settings.sites).toEqual({});
  });

  it('survive anything', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...SETTING_KEYS), fc.anything()), (stored) => {
        expect(Object.keys(readSettings(stored).settings)).toHaveLength(SETTING_KEYS.length);
      }),
    );
  });
});

describe('sites', () => {
  it.each([
    ['https://www.example.org/story?id=1', 'example.org'],
    ['http://news.example.co.uk:8080/', 'news.example.co.uk'],
    ['https://192.168.0.1/', '192.168.0.1'],
    ['file:///home/reader/story.html', null],
    ['about:blank', null],
    ['moz-extension://5d3c/popup.html', null],
    ['', null],
    ['not an address', null],
  ])('%s belongs to %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });

  it.each([
    ['example.org', true],
    ['off.example', false],
    ['sub.off.example', false],
    ['on.off.example', true],
    ['deep.on.off.example', true],
    ['notoff.example', true],
    ['constructor', true],
  ])('%s is on: %s', (host, on) => {
    expect(isSiteEnabled({ sites: { 'off.example': false, 'on.off.example': true } }, host)).toBe(on);
  });

  it('a pause ends by itself', () => {
    expect(isPaused({ pausedUntil: 1000 }, 999)).toBe(true);
    expect(isPaused({ pausedUntil: 1000 }, 1000)).toBe(false);
  });
});
