import { describe, expect, it, vi } from 'vitest';
import { type Call, read, send, waitBefore } from '../../src/providers/transport.ts';
import { scripted } from './scripted.ts';

const call: Call = {
  method: 'POST',
  url: 'https://cloud.example/v1/x?key=1',
  body: { a: 1 },
  headers: { 'x-more': 'y' },
  purpose: 'read the thing',
};

describe('send', () => {
  it('sends JSON, and answers with the body, the headers and the time', async () => {
    const access = scripted([{ json: { b: 2 }, headers: { date: 'Mon, 23 Nov 2026 09:00:01 GMT' } }]);
    const reply = await send(access, call);
    expect(reply).toMatchObject({ ok: true, status: 200, body: { b: 2 }, time: Date.UTC(2026, 10, 23, 9, 0, 1) });
    expect(access.seen).toMatchObject([{ method: 'POST', url: call.url, body: '{"a":1}' }]);
    expect(access.seen[0]?.headers.get('content-type')).toBe('application/json');
    expect(access.seen[0]?.headers.get('x-more')).toBe('y');
  });

  it('sends no body where there is none', async () => {
    const access = scripted([{ text: '' }]);
    expect(await send(access, { method: 'GET', url: call.url, purpose: 'look' })).toMatchObject({ ok: true, body: undefined });
    expect(access.seen[0]?.headers.has('content-type')).toBe(false);
  });

  it('says what went wrong in one line', async () => {
    const access = scripted([
      { status: 403, json: { error: { status: 'PERMISSION_DENIED', message: 'The caller\ndoes not have permission' } } },
    ]);
    expect(await send(access, call)).toMatchObject({
      ok: false,
      status: 403,
      code: 'PERMISSION_DENIED',
      failure: { kind: 'forbidden', message: 'could not read the thing: 403 PERMISSION_DENIED: The caller does not have permission' },
    });
  });

  it.each([
    ['a page of a proxy', { status: 403, text: '<html>Forbidden</html>' }],
    ['half a body', { status: 200, text: '{"bindings": [{"ro' }],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.example' } }],
    ['a dropped connection', 'cut'],
  ] as const)('takes %s for transient', async (_, answer) => {
    const reply = await send(scripted([answer]), call);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  it('names the reason of a dropped connection', async () => {
    const reply = await send(scripted(['cut']), call);
    expect(reply.ok ? '' : reply.failure.message).toBe('could not read the thing: the connection failed (fetch failed: read ECONNRESET)');
  });

  it('gives up a call without an answer', async () => {
    const access = scripted([]);
    const silent = {
      ...access,
      fetch: (_: unknown, init?: RequestInit) =>
        new Promise<Response>((_, no) => init?.signal?.addEventListener('abort', () => no(init.signal?.reason))),
    };
    expect(await send(silent, { ...call, deadline: 5 })).toMatchObject({
      ok: false,
      failure: { message: 'could not read the thing: no answer in time' },
    });
  });

  it('survives a thing that is no error', async () => {
    const odd = { ...scripted([]), fetch: vi.fn<typeof fetch>().mockRejectedValue('odd') };
    expect(await send(odd, call)).toMatchObject({ failure: { message: 'could not read the thing: the connection failed' } });
  });

  it('never sends twice', async () => {
    const access = scripted([{ status: 503 }]);
    expect((await send(access, call)).ok).toBe(false);
    expect(access.seen.length).toBe(1);
  });
});

describe('read', () => {
  it('tries again while it may help, with growing waits', async () => {
    const access = scripted([{ status: 503 }, 'cut', { status: 429 }, { text: '<html>' }, { json: { done: true } }]);
    expect(await read(access, call)).toMatchObject({ ok: true, body: { done: true } });
    expect(access.waits).toEqual([1250, 2250, 4250, 8250]);
  });

  it('waits as long as it is told, up to a minute', async () => {
    const access = scripted([{ status: 429, headers: { 'retry-after': '7' } }, { status: 503, headers: { 'retry-after': '3600' } }, {}]);
    expect((await read(access, call)).ok).toBe(true);
    expect(access.waits).toEqual([7250, 60_250]);
  });

  it('gives up after six tries', async () => {
    const access = scripted(() => ({ status: 500 }));
    expect(await read(access, call)).toMatchObject({ ok: false, status: 500 });
    expect(access.seen.length).toBe(6);
    expect(access.waits.length).toBe(5);
  });

  it.each([400, 401, 403, 404, 409])('does not try again after %i', async (status) => {
    const access = scripted([{ status }]);
    expect((await read(access, call)).ok).toBe(false);
    expect(access.waits).toEqual([]);
  });
});

describe('waitBefore', () => {
  it('doubles up to 32 seconds', () => {
    expect([0, 1, 2, 5, 6, 40].map((attempt) => waitBefore(attempt, 0))).toEqual([1000, 2000, 4000, 32_000, 32_000, 32_000]);
    expect(waitBefore(0, 0.999)).toBe(1999);
    expect(waitBefore(9, 0, 0)).toBe(0);
  });
});
