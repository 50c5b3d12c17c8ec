import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BLOCKS, MAX_BLOCK_CHARACTERS, validMessage } from '../../../src/messaging/guards';

const annotate = (payload: object): unknown => ({
  name: 'annotate',
  payload: { blocks: [], facts: {}, known: [], ...payload },
});

describe('messages to the worker', () => {
  it.each([
    [{ name: 'page-settings', payload: {} }, 'page-settings'],
    [
      annotate({ blocks: [{ text: 'Lee met Xi', role: 'paragraph' }], facts: { date: '2026-01-13', lang: 'en' } }),
      'annotate',
    ],
    [annotate({ known: [{ entity: 'lee-jae-myung', surface: 'Lee' }] }), 'annotate'],
    [{ name: 'card', payload: { entity: 'nara', date: '2026-01-13' } }, 'card'],
    [{ name: 'lines', payload: { entities: ['nara'] } }, 'lines'],
    [{ name: 'count', payload: { names: 3 } }, 'count'],
    [{ name: 'mark-known', payload: { entity: 'nara', known: true } }, 'mark-known'],
    [{ name: 'set-site', payload: { url: 'https://example.org/', enabled: false } }, 'set-site'],
    [{ name: 'pause', payload: { minutes: 60 } }, 'pause'],
    [{ name: 'packs-changed', payload: {} }, 'packs-changed'],
  ])('accepts %j', (message, name) => {
    expect(validMessage(message)).toBe(name);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'annotate'],
    ['a list', [{ name: 'annotate' }]],
    ['an unknown name', { name: 'evaluate', payload: {} }],
    ['an inherited name', { name: 'constructor', payload: {} }],
    ['a prototype', { name: '__proto__', payload: {} }],
    ['no payload', { name: 'card' }],
    ['a number for an entity', { name: 'card', payload: { entity: 7 } }],
    ['a date that is none', { name: 'card', payload: { entity: 'nara', date: 'today' } }],
    ['a block without a role', annotate({ blocks: [{ text: 'x' }] })],
    ['a role that is none', annotate({ blocks: [{ text: 'x', role: 'script' }] })],
    [
      'a block that is too long',
      annotate({ blocks: [{ text: 'x'.repeat(MAX_BLOCK_CHARACTERS + 1), role: 'paragraph' }] }),
    ],
    [
      'too many blocks',
      annotate({ blocks: Array.from({ length: MAX_BLOCKS + 1 }, () => ({ text: '', role: 'item' })) }),
    ],
    [
      'a document that is too long',
      annotate({
        blocks: Array.from({ length: 30 }, () => ({ text: 'x'.repeat(MAX_BLOCK_CHARACTERS), role: 'item' })),
      }),
    ],
    ['known links that are none', annotate({ known: ['lee-jae-myung'] })],
    ['a negative count', { name: 'count', payload: { names: -1 } }],
    ['half a count', { name: 'count', payload: { names: 1.5 } }],
    ['a pause of a week', { name: 'pause', payload: { minutes: 10_080 } }],
    ['a switch without a state', { name: 'set-all', payload: {} }],
  ])('refuses %s', (_, message) => {
    expect(validMessage(message)).toBeNull();
  });

  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.constantFrom('annotate', 'card', 'lines', 'pause', 'set-site'),
        (payload, name) => {
          expect([null, name]).toContain(validMessage({ name, payload }));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
