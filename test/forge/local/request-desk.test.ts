import { expect, it } from 'vitest';
import type { OpenRequest } from '../../../src/domain/request.ts';
import type { RequestDesk } from '../../../src/forge/forge.ts';
import { GRANT, type World, worlds } from './world.ts';

const isOurs = (body: string) => body.startsWith('ours');

const make = worlds(async (world) => {
  await world.push('ada-b', 'ask', [GRANT]);
  await world.forge.openRequest({ branch: 'ask', author: 'ada-b', title: 'Ask', body: '' });
});

function deskOf({ forge }: World): RequestDesk {
  if (forge.requests === undefined) throw new Error('the local forge has requests');
  return forge.requests;
}

function value<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: object }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

async function open(desk: RequestDesk, number: number): Promise<OpenRequest> {
  const request = value(await desk.request(number));
  if (request === undefined) throw new Error(`${number} is not open`);
  return request;
}

it('tells an open request, and none that is closed', async () => {
  const world = await make();
  const desk = deskOf(world);
  await world.push('chi-p', 'ask', [{ path: 'grants/payments/old.yaml', content: 'new\n' }]);
  await world.forge.review(1, 'bo-s', 'approve');
  const head = await world.head('ask');
  expect(value(await desk.request(1))).toMatchObject({
    number: 1,
    author: 'ada-b',
    authorIsBot: false,
    base: 'main',
    head,
    writers: ['ada-b', 'chi-p'],
    paths: [GRANT.path, 'grants/payments/old.yaml'],
    reviews: [{ login: 'bo-s', bot: false, state: 'approved', commit: head }],
    fromFork: false,
    labels: [],
  });
  await world.forge.close(1, 'ada-b');
  expect(value(await desk.request(1))).toBeUndefined();
  for (const answer of [await desk.request(2), await desk.findComment(1, isOurs), await desk.putComment(1, 'x', undefined)])
    expect(answer.ok).toBe(false);
});

it('keeps one comment, labels and the check', async () => {
  const world = await make();
  const desk = deskOf(world);
  expect(value(await desk.findComment(1, isOurs))).toBeUndefined();
  value(await desk.putComment(1, 'ours: one', undefined));
  const known = value(await desk.findComment(1, isOurs));
  value(await desk.putComment(1, 'ours: two', known));
  expect(value(await desk.findComment(1, isOurs))).toEqual({ id: 0, body: 'ours: two' });

  const request = await open(desk, 1);
  value(await desk.setLabels(request, ['a', 'b'], ['a', 'b', 'c']));
  value(await desk.setLabels(request, ['c'], ['a', 'c']));
  expect((await open(desk, 1)).labels).toEqual(['b', 'c']);

  const check = { head: request.head, passed: true, title: 'Approved', summary: '', findings: [] };
  value(await desk.putCheck({ ...check, head: await world.head() }));
  expect(value(await world.forge.showRequest(1)).check).toBeUndefined();
  value(await desk.putCheck(check));
  expect(value(await world.forge.showRequest(1)).check).toEqual({ head: request.head, passed: true, title: 'Approved' });
  expect(value(await world.forge.showRequest(1)).comments).toHaveLength(1);
});
