import { describe, expect, it } from 'vitest';
import { world } from '../../sim/github/world.ts';
import { callsOf, forgeOf, value } from './setup.ts';

const FILES = { 'policy/policy.yaml': 'stamp: acme-access\n' };

/** Answers in the place of what GitHub says in GraphQL. */
function saying(fetch: typeof globalThis.fetch, data: object): typeof globalThis.fetch {
  return async (input, init) => {
    const isGraph = typeof input === 'string' && input.endsWith('/graphql');
    return isGraph ? new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }) : fetch(input, init);
  };
}

describe('an app that is introduced', () => {
  it('is told itself, the repository and its tip by one question, and asks for the tip anew from then on', async () => {
    const github = world(FILES);
    const forge = await forgeOf(github, { introduce: true });
    const calls = await callsOf(github, async () => {
      expect(value(await forge.tip())).toBe(github.tip());
      expect(value(await forge.findPrune())).toBeUndefined();
    });
    expect(calls.filter((call) => !call.includes('/pulls'))).toEqual(['POST /graphql']);
    const next = github.push({ branch: 'main', files: { a: '1' }, by: 'ada-b' });
    expect(value(await forge.tip())).toBe(next);
  });

  it.each([
    ['nothing', {}],
    ['no repository', { viewer: { login: 'x[bot]' }, repository: null }],
    ['an empty repository', { viewer: null, repository: { databaseId: 1, defaultBranchRef: null } }],
    [
      'what does not read',
      { viewer: { login: 7 }, repository: { databaseId: 'x', defaultBranchRef: { name: '', target: { oid: 'HEAD' } } } },
    ],
    [
      'a tip that is none',
      { viewer: { login: '' }, repository: { databaseId: 1, defaultBranchRef: { name: 'main', target: { oid: 'x' } } } },
    ],
  ])('asks for each part alone where it is told %s', async (_, data) => {
    const github = world(FILES);
    const forge = await forgeOf(github, { introduce: true, fetch: saying(github.fetch, data) });
    expect(value(await forge.tip())).toBe(github.tip());
  });

  it('asks for each part alone where GraphQL fails, and where the token is no app', async () => {
    const github = world(FILES);
    const forge = await forgeOf(github, { introduce: true });
    // A GitHub that has never answered counts as down at its first failure.
    expect(value(await forge.branches('grantkeeper/')).size).toBe(0);
    github.service.faults.push({ path: /graphql/, times: 12, effect: { kind: 'answer', status: 502 } });
    const asked = await callsOf(github, async () => expect(value(await forge.tip())).toBe(github.tip()));
    expect(asked.filter((call) => call.endsWith('/graphql'))).toHaveLength(1);
    github.service.faults.length = 0;
    const calls = await callsOf(github, async () => (await forgeOf(github)).tip());
    expect(calls.some((call) => call.endsWith('/graphql'))).toBe(false);
  });
});
