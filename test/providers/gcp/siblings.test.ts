import { describe, expect, it } from 'vitest';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import { type Scripted, scripted } from '../scripted.ts';
import { gcpWorld, scopeOf } from './world.ts';

const CHAIN = ['projects/payments-prod', 'folders/77', 'organizations/123456789012'].map(scopeOf);
const ABOVE = CHAIN.slice(1);

/** What the list beside payments-prod says of some paths, and what was asked for it. */
async function told(paths: readonly string[], answers: readonly Scripted[] | (() => Scripted)) {
  const access = scripted(answers);
  const chainOf = await gcpReader(access).siblings?.(CHAIN)?.list();
  return { chains: paths.map((path) => chainOf?.(scopeOf(path))?.map((one) => one.path)), seen: access.seen.map(({ url }) => url) };
}

function row(id: string, number: number, parent = 'folders/77') {
  return { name: `projects/${number}`, projectId: id, parent, state: 'ACTIVE', displayName: id };
}

describe('what lies beside a project', () => {
  it('says of each project what ancestry says of it, in one call', async () => {
    const world = gcpWorld();
    const reader = gcpReader(world.access);
    const first = await reader.ancestry(scopeOf('projects/payments-prod'));
    const beside = first.ok ? reader.siblings?.(first.chain) : undefined;
    expect(beside?.key).toBe('folders/77');
    const chainOf = await beside?.list();
    expect(world.service.calls.length).toBe(2);
    for (const path of ['payments-prod', 'payments-test', 'search-prod', '100000000001'].map((id) => `projects/${id}`)) {
      const alone = await reader.ancestry(scopeOf(path));
      expect(chainOf?.(scopeOf(path))).toEqual(alone.ok && alone.chain);
    }
    // Elsewhere, unknown, inside a project, and no project at all: those are asked about.
    for (const path of ['projects/finance-archive', 'projects/nowhere', 'projects/payments-prod/secrets/db', 'folders/77'])
      expect(chainOf?.(scopeOf(path))).toBeUndefined();
  });

  it('is looked for where the project lies, for what is in a project too, and for no folder', () => {
    const reader = gcpReader(scripted([]));
    expect(reader.siblings?.([scopeOf('projects/payments-prod/secrets/db'), ...CHAIN])?.key).toBe('folders/77');
    expect(reader.siblings?.([scopeOf('projects/finance-archive'), ...ABOVE.slice(1)])?.key).toBe('organizations/123456789012');
    expect(reader.siblings?.(ABOVE)).toBeUndefined();
    expect(reader.siblings?.([scopeOf('projects/all-alone')])).toBeUndefined();
  });

  it('turns all pages', async () => {
    const pages = [{ json: { projects: [row('a-one-a', 11)], nextPageToken: 'x' } }, { json: {} }];
    expect(await told(['projects/a-one-a', 'projects/11'], pages)).toEqual({
      chains: [
        ['projects/a-one-a', 'folders/77', 'organizations/123456789012'],
        ['projects/11', 'projects/a-one-a', 'folders/77', 'organizations/123456789012'],
      ],
      seen: ['', '&pageToken=x'].map(
        (page) => `https://cloudresourcemanager.googleapis.com/v3/projects?parent=folders%2F77&pageSize=500${page}`,
      ),
    });
  });

  it.each<[string, Scripted, number]>([
    ['is refused', { status: 403, json: { error: { status: 'PERMISSION_DENIED' } } }, 2],
    ['is throttled', { status: 429 }, 2],
    ['is cut', 'cut', 2],
    ['does not read', { json: { projects: 'all' } }, 2],
    ['comes again', { json: { projects: [], nextPageToken: 'x' } }, 2],
  ])('keeps what was told before a page %s, and asks no more', async (_, page, calls) => {
    const answers = [{ json: { projects: [row('a-one-a', 11)], nextPageToken: 'x' } }, page];
    const { chains, seen } = await told(['projects/a-one-a', 'projects/b-two-b'], answers);
    expect([chains[0]?.[0], chains[1], seen.length]).toEqual(['projects/a-one-a', undefined, calls]);
  });

  it('gives up a list that is longer than what it could spare', async () => {
    let page = 0;
    const { chains, seen } = await told(['projects/page-07-x'], () => {
      page += 1;
      const projects = [row(`page-${String(page).padStart(2, '0')}-x`, page)];
      return { json: { projects, nextPageToken: String(page) } };
    });
    expect([chains[0]?.length, seen.length]).toEqual([3, 10]);
  });

  it.each([
    row('b-two-b', 12, 'folders/78'),
    { ...row('b-two-b', 12), parent: undefined },
    { ...row('b-two-b', 12), projectId: 7 },
    { ...row('b-two-b', 12), projectId: '12' },
    { ...row('b-two-b', 12), name: 'projects/b-two-b' },
    { ...row('b-two-b', 12), name: 'b-two-b' },
    null,
  ])('believes no row like %j', async (odd) => {
    const { chains } = await told(
      ['projects/b-two-b', 'projects/12', 'projects/a-one-a'],
      [{ json: { projects: [odd, row('a-one-a', 11)] } }],
    );
    expect(chains.map((chain) => chain?.length)).toEqual([undefined, undefined, 3]);
  });
});
