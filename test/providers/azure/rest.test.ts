import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/providers/azure/client.ts';
import { readArm, readList } from '../../../src/providers/azure/rest.ts';
import { json, type Line, refusal, scripted } from './scripted.ts';

async function over(...lines: Line[]) {
  const stage = scripted(lines);
  return { ...stage, connection: await connect(stage.access) };
}

describe('readArm', () => {
  it('carries the token and an empty object where it posts', async () => {
    const { connection, requests } = await over(json({ a: 1 }));
    expect(await readArm(connection, 'ask', 'POST', '/x?y=1')).toMatchObject({ ok: true, body: { a: 1 } });
    expect(await readArm(connection, 'ask', 'GET', '/x')).toMatchObject({ ok: true });
    expect(requests.map(({ method, url }) => [method, url])).toEqual([
      ['POST', 'https://management.azure.com/x?y=1'],
      ['GET', 'https://management.azure.com/x'],
    ]);
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer secret-token', 'Bearer secret-token']);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['{}', '']);
  });

  it('tries again while the failure may pass', async () => {
    const { connection, requests } = await over(refusal(503, 'Busy'), json('{"a":', 200), json({}));
    expect(await readArm(connection, 'ask', 'GET', '/x')).toMatchObject({ ok: true });
    expect(requests.length).toBe(3);
  });

  it('takes a no for a no', async () => {
    const { connection } = await over(refusal(403, 'AuthorizationFailed', 'you may not'));
    expect(await readArm(connection, 'ask', 'GET', '/x')).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: 'could not ask: 403 AuthorizationFailed: you may not' },
    });
  });
});

describe('readList', () => {
  const page = (value: unknown, nextLink?: unknown) => json({ value, nextLink });
  const NEXT = 'https://management.azure.com/x?p=2';

  it('reads page after page, an empty one too', async () => {
    const { connection, requests } = await over(page([1], NEXT), page([], 'https://management.azure.com/x?p=3'), page([2, 3]));
    expect(await readList(connection, 'list', '/x?p=1')).toMatchObject({ ok: true, value: [1, 2, 3] });
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?p=1', '?p=2', '?p=3']);
  });

  it.each([
    [
      'goes on at another host',
      [page([1], 'https://example.com/x?p=2')],
      'unsafe',
      'the list goes on at example.com, and no token is sent there',
    ],
    ['goes on at no address', [page([1], 'x?p=2')], 'unsafe', 'what is no address'],
    ['goes on at the same host unsafely', [page([1], 'http://management.azure.com/x')], 'unsafe', 'no token is sent there'],
    ['leads in a circle', [page([1], NEXT), page([2], NEXT)], 'transient', 'in a circle'],
    ['has a page that is none', [page([1], NEXT), page({})], 'transient', 'a page of the list is not one'],
    ['goes on at what is no text', [page([1], 7)], 'transient', 'a page of the list is not one'],
    ['breaks off', [page([1], NEXT), refusal(403, 'AuthorizationFailed')], 'forbidden', 'AuthorizationFailed'],
  ])('is a failure and no shorter list where it %s', async (_, lines, kind, message) => {
    const { connection, requests } = await over(...lines);
    expect(await readList(connection, 'list', '/x?p=1')).toMatchObject({
      ok: false,
      failure: { kind, message: expect.stringContaining(message) },
    });
    expect(requests.every(({ url }) => url.startsWith('https://management.azure.com/'))).toBe(true);
  });
});
