import { describe, expect, it } from 'vitest';

import { fixedClock } from '../../src/sim/clock.ts';
import { httpDate, simulated } from '../../src/sim/faults.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { echo, type Heard, NOON } from './echo.ts';

const URL = 'https://echo.example/a?b=c';

describe('a simulated service', () => {
  it('answers a real Response with the address, and a Date of its clock in the form of RFC 7231', async () => {
    const response = await echo().fetch(URL, { method: 'POST', body: 'hi', headers: { 'x-note': 'n' } });
    expect(response).toBeInstanceOf(Response);
    expect(response.url).toBe(URL);
    expect(response.headers.get('date')).toBe('Sun, 22 Nov 2026 12:00:00 GMT');
    expect(await response.text()).toBe('POST https://echo.example/a?b=c n hi');
  });

  it('takes a Request as well as an address', async () => {
    const response = await echo().fetch(new Request(URL, { method: 'PUT', body: 'x' }));
    expect(await response.text()).toBe(`PUT ${URL} - x`);
  });

  it('records every call with its status', async () => {
    const service = echo();
    await service.fetch(URL, { method: 'POST', body: 'one', headers: { 'X-Note': 'n' } });
    await service.fetch(URL);
    expect(service.calls).toMatchObject([
      { method: 'POST', url: URL, body: 'one', status: 200, headers: { 'x-note': 'n' } },
      { method: 'GET', body: '', status: 200 },
    ]);
  });

  it('sends no body with a status or a method that has none', async () => {
    const silent = simulated({
      name: 'silent',
      hosts: ['silent.example'],
      store: memoryStore({}),
      clock: fixedClock(NOON),
      handle: ({ method }) => ({ status: method === 'HEAD' ? 200 : 204, body: 'never seen' }),
    });
    expect((await silent.fetch('https://silent.example/')).body).toBeNull();
    expect((await silent.fetch('https://silent.example/', { method: 'HEAD' })).body).toBeNull();
  });
});

describe('an abort', () => {
  it('that came before stops the call before it is made', async () => {
    const service = echo();
    await expect(service.fetch(URL, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(service.calls).toEqual([]);
  });

  it('ends a slow call at once with its reason', async () => {
    const service = echo();
    service.faults.push({ path: /a/, effect: { kind: 'slow', ms: 10_000 } });
    await expect(service.fetch(URL, { signal: AbortSignal.timeout(10) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('a fault', () => {
  it('answers without touching the state, and the script wins over the service', async () => {
    const state: Heard = { heard: [] };
    const service = echo(['echo.example'], state);
    service.faults.push({ path: /./, effect: { kind: 'answer', status: 429, headers: { 'retry-after': '7' }, body: '<html>' } });
    const response = await service.fetch(URL);
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([429, '7', '<html>']);
    expect(response.headers.get('date')).toBe(httpDate(NOON));
    expect(state.heard).toEqual([]);
  });

  it('without a body of its own is worded by the service', async () => {
    const service = echo();
    service.faults.push({ path: /./, effect: { kind: 'answer', status: 503, headers: { 'retry-after': '7' } } });
    const response = await service.fetch(URL);
    expect([response.headers.get('content-type'), response.headers.get('retry-after'), await response.text()]).toEqual([
      'text/usual',
      '7',
      'usual 503',
    ]);
  });

  it('may tell another time, for clocks that differ', async () => {
    const service = echo();
    service.faults.push({ path: /./, effect: { kind: 'answer', status: 200, headers: { date: 'Sun, 22 Nov 2026 15:00:00 GMT' } } });
    expect((await service.fetch(URL)).headers.get('date')).toBe('Sun, 22 Nov 2026 15:00:00 GMT');
  });

  it('cuts the connection before the service acts', async () => {
    const state: Heard = { heard: [] };
    const service = echo(['echo.example'], state);
    service.faults.push({ path: /./, effect: { kind: 'cut-before' } });
    await expect(service.fetch(URL)).rejects.toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNRESET' } });
    expect(state.heard).toEqual([]);
    expect(service.calls[0]?.status).toBeUndefined();
  });

  it('cuts the connection after the service acted', async () => {
    const state: Heard = { heard: [] };
    const service = echo(['echo.example'], state);
    service.faults.push({ path: /./, effect: { kind: 'cut-after' } });
    await expect(service.fetch(URL, { method: 'POST', body: 'done' })).rejects.toThrow('fetch failed');
    expect(state.heard).toEqual(['done']);
  });

  it('lets only the beginning of the body arrive', async () => {
    const service = echo();
    service.faults.push({ path: /./, effect: { kind: 'truncate', length: 3 } });
    expect(await (await service.fetch(URL)).text()).toBe('GET');
  });

  it('lets an answer come late', async () => {
    const service = echo();
    service.faults.push({ path: /./, effect: { kind: 'slow', ms: 20 } });
    const begun = performance.now();
    await service.fetch(URL);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(18);
  });

  it('lets somebody else act first, on the state of the service', async () => {
    const state: Heard = { heard: [] };
    const service = echo(['echo.example'], state);
    service.faults.push({ path: /./, effect: { kind: 'meanwhile', act: ({ heard }: Heard) => heard.push('the other') } });
    await service.fetch(URL, { method: 'POST', body: 'mine' });
    expect(state.heard).toEqual(['the other', 'mine']);
  });

  it('strikes the calls of its method and path, after as many and as often as it says, and then leaves the list', async () => {
    const service = echo();
    service.faults.push({ method: 'post', path: /^\/a\?b=/g, after: 1, times: 2, effect: { kind: 'answer', status: 500 } });
    const statuses: number[] = [];
    for (const [method, url] of [
      ['GET', URL],
      ['POST', 'https://echo.example/z'],
      ['POST', URL],
      ['POST', URL],
      ['POST', URL],
      ['POST', URL],
    ] as const) {
      statuses.push((await service.fetch(url, { method })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 500, 500, 200]);
    expect(service.faults).toEqual([]);
  });

  it('waits for its turn behind the one that is due before it, and counts calls meanwhile', async () => {
    const service = echo();
    service.faults.push({ path: /./, effect: { kind: 'answer', status: 500 } }, { path: /./, effect: { kind: 'answer', status: 503 } });
    service.faults.push({ path: /./, after: 3, effect: { kind: 'answer', status: 504 } });
    const statuses = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await service.fetch(URL)).status);
    expect(statuses).toEqual([500, 503, 200, 504, 200]);
  });
});
