import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { fixedClock } from '../../src/sim/clock.ts';
import { simulated } from '../../src/sim/faults.ts';
import { serve, type Served } from '../../src/sim/serve.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { echo, NOON } from './echo.ts';

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (served) => served.close()));
});

async function served(...offers: Parameters<typeof serve>[0][number][]): Promise<Served> {
  const all = await serve(offers);
  open.push(all);
  return all;
}

describe('serve', () => {
  it('gives each service a port of its own on loopback, and hands calls on as to its first host', async () => {
    const { urls } = await served({ service: echo(['one.example']) }, { service: echo(['two.example']) });
    expect(urls['one.example']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(urls['one.example']).not.toBe(urls['two.example']);
    const response = await fetch(`${urls['one.example']}/p%2Fq?r=1`, { method: 'POST', body: 'hello', headers: { 'x-note': 'n' } });
    expect(await response.text()).toBe('POST https://one.example/p%2Fq?r=1 n hello');
    expect([response.status, response.headers.get('date')]).toEqual([200, 'Sun, 22 Nov 2026 12:00:00 GMT']);
  });

  it('knows the other hosts of a service by header or by the first part of the path', async () => {
    const { urls } = await served({ service: echo(['one.example', 'uno.example']) });
    const base = urls['one.example'];
    const byHeader = await fetch(`${base}/x`, { headers: { 'x-forwarded-host': 'uno.example' } });
    expect(await byHeader.text()).toContain('GET https://uno.example/x ');
    expect(await (await fetch(`${base}/uno.example/x`)).text()).toContain('GET https://uno.example/x ');
    expect(await (await fetch(`${base}/uno.example`)).text()).toContain('GET https://uno.example/ ');
    const stranger = await fetch(`${base}/x`, { headers: { 'x-forwarded-host': 'real.example' } });
    expect(await stranger.text()).toContain('GET https://one.example/x ');
  });

  it('takes the port that it is given, and says when it is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(serve([{ service: echo(['one.example']) }, { service: echo(['two.example']), port }])).rejects.toThrow('EADDRINUSE');
    await new Promise((resolve) => other.close(resolve));
    const { urls } = await served({ service: echo(['two.example']), port });
    expect(urls['two.example']).toBe(`http://127.0.0.1:${port}`);
  });

  it('turns a scripted cut into a real one', async () => {
    const service = echo(['one.example']);
    service.faults.push({ path: /./, effect: { kind: 'cut-after' } });
    const { urls } = await served({ service });
    await expect(fetch(`${urls['one.example']}/`)).rejects.toThrow('fetch failed');
    expect((await fetch(`${urls['one.example']}/`)).status).toBe(200);
  });

  it('says aloud that a simulated service is broken', async () => {
    const service = simulated({
      name: 'broken',
      hosts: ['broken.example'],
      store: memoryStore({}),
      clock: fixedClock(NOON),
      handle: () => {
        throw new Error('a mistake in the handler');
      },
    });
    const { urls } = await served({ service });
    const response = await fetch(`${urls['broken']}/`);
    expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('a mistake in the handler')]);
  });

  it('sends an answer without a body', async () => {
    const service = simulated({
      name: 'gone',
      hosts: ['gone.example'],
      store: memoryStore({}),
      clock: fixedClock(NOON),
      handle: () => ({ status: 204 }),
    });
    const { urls } = await served({ service });
    const response = await fetch(`${urls['gone']}/`, { method: 'DELETE' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('stops when it is closed, twice over, and when its signal is aborted', async () => {
    const one = await serve([{ service: echo(['one.example']) }]);
    await Promise.all([one.close(), one.close()]);
    await expect(fetch(`${one.urls['one.example']}/`)).rejects.toThrow('fetch failed');
    const stop = new AbortController();
    const two = await serve([{ service: echo(['two.example']) }], stop.signal);
    stop.abort();
    await two.close();
    await expect(fetch(`${two.urls['two.example']}/`)).rejects.toThrow('fetch failed');
    const never = await serve([{ service: echo(['three.example']) }], AbortSignal.abort());
    await expect(fetch(`${never.urls['three.example']}/`)).rejects.toThrow('fetch failed');
  });
});
