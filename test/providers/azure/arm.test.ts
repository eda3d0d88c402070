import { describe, expect, it } from 'vitest';
import { ask, askAll, askOnce, askPatiently, type Options } from '../../../src/providers/azure/arm.ts';
import { connect } from '../../../src/providers/azure/client.ts';
import { json, type Line, refusal, scripted } from './scripted.ts';
import { NOW } from './samples.ts';

const LIST = 'https://management.azure.com/subscriptions/s/providers/Microsoft.Authorization/roleAssignments';

async function over(...lines: Line[]) {
  const stage = scripted(lines);
  const { client } = await connect(stage.access);
  const get = (options: Options) => client.roleAssignments.get('subscriptions/s', 'n', options);
  const all = () => askAll(stage.access, 'read the list', (options) => client.roleAssignments.listForScope('subscriptions/s', options));
  return { ...stage, get, all };
}

const row = (name: string) => ({ id: `/x/${name}`, name });
const html = (status: number) => json('<html></html>', status, { 'content-type': 'text/html' });

describe('ask', () => {
  it('answers with the time and the id that the logs of Azure have', async () => {
    const { access, get } = await over(json(row('a'), 200, { 'x-ms-correlation-request-id': 'c1', 'x-ms-request-id': 'r1' }));
    expect(await ask(access, 'read', get)).toMatchObject({ ok: true, status: 200, time: NOW, request: 'c1', body: { name: 'a' } });
  });

  it('does without either', async () => {
    const { access, get } = await over(json(row('a'), 200, { date: 'never' }));
    const answer = await ask(access, 'read', get);
    expect(answer).toMatchObject({ ok: true });
    expect(answer).not.toHaveProperty('time');
    expect(answer).not.toHaveProperty('request');
  });

  it.each([
    ['HTML', html(200)],
    ['nothing', json('', 200)],
    ['half of it', json('{"id": "/x', 200)],
  ])('takes %s for no answer, though its status is 200', async (_, line) => {
    const { access, get } = await over(line);
    expect(await ask(access, 'read', get)).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  it('takes an operation that never answered for a failure', async () => {
    const { access } = await over(json({}));
    expect(await ask(access, 'read', () => Promise.resolve(1))).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });
});

describe('trying again', () => {
  it('goes on for reads while the failure may pass, six times in all', async () => {
    const { access, get, requests, waits } = await over(refusal(503, 'Busy'), new TypeError('fetch failed'), html(403), json(row('a')));
    expect((await askPatiently(access, 'read', get)).ok).toBe(true);
    expect([requests.length, waits]).toEqual([4, [1000, 2000, 4000]]);
    const down = await over(refusal(503, 'Busy'));
    expect((await askPatiently(down.access, 'read', down.get)).ok).toBe(false);
    expect([down.requests.length, down.waits]).toEqual([6, [1000, 2000, 4000, 8000, 16_000]]);
  });

  it('waits as long as it is asked to', async () => {
    const { access, get, waits } = await over(json({}, 429, { 'retry-after': '7' }), json(row('a')));
    await askPatiently(access, 'read', get);
    expect(waits).toEqual([7000]);
  });

  it('does not go on after a no', async () => {
    const { access, get, requests } = await over(refusal(403, 'AuthorizationFailed'));
    expect(await askPatiently(access, 'read', get)).toMatchObject({ ok: false, code: 'AuthorizationFailed' });
    expect(requests.length).toBe(1);
  });

  it('goes on for writes only where Azure did not look at them', async () => {
    const busy = await over(refusal(429, 'TooManyRequests'), json(row('a')));
    expect((await askOnce(busy.access, 'write', busy.get)).ok).toBe(true);
    const broken = await over(refusal(500, 'InternalServerError'), json(row('a')));
    expect((await askOnce(broken.access, 'write', broken.get)).ok).toBe(false);
    expect(broken.requests.length).toBe(1);
  });
});

describe('askAll', () => {
  it('brings all pages, an empty one among them', async () => {
    const { all, requests } = await over(
      json({ value: [row('a')], nextLink: `${LIST}?token=1` }),
      json({ value: [], nextLink: `${LIST}?token=2` }),
      json({ value: [row('b'), row('c')], nextLink: null }),
    );
    expect(await all()).toMatchObject({ ok: true, value: [{ name: 'a' }, { name: 'b' }, { name: 'c' }], time: NOW });
    expect(requests.map(({ url }) => url.slice(url.indexOf('?')))).toEqual(['?api-version=2022-04-01', '?token=1', '?token=2']);
  });

  it('reads a page again, and only that one', async () => {
    const { all, requests } = await over(
      json({ value: [row('a')], nextLink: `${LIST}?token=1` }),
      refusal(500, 'No'),
      json({ value: [row('b')] }),
    );
    expect(await all()).toMatchObject({ ok: true, value: [{ name: 'a' }, { name: 'b' }] });
    expect(requests.map(({ url }) => url.includes('token'))).toEqual([false, true, true]);
  });

  it('is a failure when one page is, whatever came before', async () => {
    const { all } = await over(json({ value: [row('a')], nextLink: `${LIST}?token=1` }), refusal(403, 'AuthorizationFailed'));
    expect(await all()).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  it.each([null, false, 7, 'x'])('is a failure where a row is %j', async (odd) => {
    const { all } = await over(json({ value: [row('a'), odd] }));
    expect(await all()).toMatchObject({ ok: false, failure: { kind: 'transient', message: expect.stringContaining('a row of the list') } });
  });

  it('notices pages that lead in a circle', async () => {
    const { all, requests } = await over(json({ value: [row('a')], nextLink: `${LIST}?token=1` }));
    expect(await all()).toMatchObject({ ok: false, failure: { kind: 'transient', message: expect.stringContaining('circle') } });
    expect(requests.length).toBe(2);
  });

  it('sends no token to another host that a page names', async () => {
    const { all, requests } = await over(json({ value: [], nextLink: 'https://example.com/next' }));
    expect(await all()).toMatchObject({ ok: false, failure: { kind: 'unsafe', message: expect.stringContaining('https://example.com') } });
    expect(requests.length).toBe(1);
  });

  it.each([
    ['without a list', {}],
    ['with something else for a list', { value: null }],
    ['with an odd link', { value: [], nextLink: 7 }],
  ])('is a failure for a page %s', async (_, body) => {
    const { all } = await over(json(body));
    expect(await all()).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });
});
