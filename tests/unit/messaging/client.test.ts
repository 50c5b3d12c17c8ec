import { beforeEach, describe, expect, it, vi } from 'vitest';

const runtime = { id: 'self' as string | undefined, sendMessage: vi.fn() };
vi.mock('wxt/browser', () => ({ browser: { runtime } }));
const { ContextGoneError, WorkerError, contextIsAlive, createClient } = await import('../../../src/messaging/client');

const lost = (): Promise<never> => Promise.reject(new Error('message channel closed'));

describe('the client', () => {
  beforeEach(() => {
    runtime.id = 'self';
    runtime.sendMessage.mockReset();
  });

  it('gives the value of the answer', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: true, value: { nara: 'A city' } });
    await expect(createClient().send('lines', { entities: ['nara'] })).resolves.toEqual({ nara: 'A city' });
    expect(runtime.sendMessage).toHaveBeenCalledWith({ name: 'lines', payload: { entities: ['nara'] } });
  });

  it('asks again when the worker died before or during the request', async () => {
    runtime.sendMessage
      .mockImplementationOnce(lost)
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce({ ok: true, value: null });
    await expect(createClient().send('count', { names: 1 })).resolves.toBeNull();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
  });

  it('gives up after three lost answers with the browser’s reason', async () => {
    runtime.sendMessage.mockImplementation(lost);
    await expect(createClient().send('count', { names: 1 })).rejects.toThrow('message channel closed');
    expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
  });

  it('does not repeat what the worker refused', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: false, error: 'no pack' });
    await expect(createClient().send('count', { names: 1 })).rejects.toThrow(WorkerError);
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('says so when the extension is gone, and sends nothing', async () => {
    runtime.id = undefined;
    await expect(createClient().send('count', { names: 1 })).rejects.toThrow(ContextGoneError);
    expect(contextIsAlive()).toBe(false);
    expect(runtime.sendMessage).not.toHaveBeenCalled();
  });

  it('does not wait for ever for a promise that is never settled', async () => {
    vi.useFakeTimers();
    runtime.sendMessage.mockReturnValueOnce(new Promise(() => {})).mockResolvedValueOnce({ ok: true, value: null });
    const answer = createClient().send('count', { names: 1 });
    await vi.advanceTimersByTimeAsync(5000);
    await expect(answer).resolves.toBeNull();
    vi.useRealTimers();
  });
});
