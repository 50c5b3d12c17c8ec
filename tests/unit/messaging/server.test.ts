import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handlers, MessageSender } from '../../../src/messaging/server';

type Listener = (message: unknown, sender: MessageSender) => Promise<unknown> | undefined;
let listener: Listener = () => undefined;
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'self',
      getURL: (path: string) => `chrome-extension://self${path}`,
      onMessage: { addListener: (added: Listener) => (listener = added) },
    },
  },
}));
const { serve } = await import('../../../src/messaging/server');

const page: MessageSender = {
  id: 'self',
  url: 'https://example.org/a',
  tab: { id: 5, url: 'https://example.org/a', incognito: false },
};
const popup: MessageSender = { id: 'self', url: 'chrome-extension://self/popup.html' };
const count = { name: 'count', payload: { names: 2 } };
const setAll = { name: 'set-all', payload: { enabled: false } };

describe('the server', () => {
  const handled = vi.fn();
  beforeEach(() => {
    handled.mockReset().mockResolvedValue('done');
    serve(new Proxy({}, { get: () => handled }) as Handlers);
  });

  it('answers a page and tells the handler which tab it is', async () => {
    await expect(listener(count, page)).resolves.toEqual({ ok: true, value: 'done' });
    expect(handled).toHaveBeenCalledWith(
      { names: 2 },
      { tab: 5, url: 'https://example.org/a', incognito: false, fromExtensionPage: false },
    );
  });

  it('answers the popup', async () => {
    await expect(listener(setAll, popup)).resolves.toEqual({ ok: true, value: 'done' });
  });

  it.each([
    ['another extension', count, { ...page, id: 'other' }],
    ['a sender without an id', count, { url: page.url, tab: page.tab }],
    ['a sender without a tab that is no page of ours', count, { id: 'self', url: 'https://example.org/' }],
    ['a page that wants to change settings', setAll, page],
    ['a page that says packs have changed', { name: 'packs-changed', payload: {} }, page],
    [
      'a page that asks for another site’s state',
      { name: 'site-state', payload: { url: 'https://bank.example/' } },
      page,
    ],
    ['a payload that is not valid', { name: 'count', payload: { names: 'many' } }, page],
  ])('is silent to %s', (_, message, sender) => {
    expect(listener(message, sender)).toBeUndefined();
    expect(handled).not.toHaveBeenCalled();
  });

  it('turns a failure into an answer', async () => {
    handled.mockRejectedValue(new Error('no pack could be opened'));
    await expect(listener(count, page)).resolves.toEqual({ ok: false, error: 'no pack could be opened' });
  });
});
