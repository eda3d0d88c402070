import { describe, expect, it } from 'vitest';
import type { Forge, PruneRequest } from '../../../src/forge/forge.ts';
import { push } from '../../../src/sim/github/seed.ts';
import { world, type World } from '../../sim/github/world.ts';
import { callsOf, deletionsAt, failure, forgeOf, value } from './setup.ts';

const BRANCH = 'grantkeeper/prune';
const PATHS = ['a', 'b'].map((name) => `grants/payments/${name}.yaml`);
const TEXT = { title: 'Prune', body: 'Lapsed.' };

/** A forge that GraphQL has told the repository, with a request of its own. */
async function opened(): Promise<{ readonly github: World; readonly forge: Forge; readonly request: PruneRequest }> {
  const github = world(Object.fromEntries([...PATHS, 'policy/policy.yaml'].map((path) => [path, `content of ${path}\n`])));
  const forge = await forgeOf(github, { introduce: true });
  value(await forge.findPrune());
  return { github, forge, request: value(await forge.openPrune(github.tip(), deletionsAt(github, PATHS.slice(0, 1)), TEXT)) };
}

const updated = async ({ github, forge, request }: Awaited<ReturnType<typeof opened>>) =>
  forge.updatePrune(request, github.tip(), deletionsAt(github, PATHS), TEXT);

const refsIn = (calls: readonly string[]) => calls.filter((call) => /\/git\/refs?\/|graphql/.test(call));

/** Somebody pushes to our branch between our look and our move. */
const pushed: World['service']['faults'][number]['effect'] = {
  kind: 'meanwhile',
  act: (state: World['state']) => {
    const [repository] = state.repositories;
    if (repository !== undefined)
      push(state, repository, { branch: BRANCH, files: { note: 'mine\n' }, by: 'bo-s', at: repository.pushedAt, message: 'Mine' });
  },
};

describe.concurrent('our branch', () => {
  it('is moved, and taken away, by one call that compares', async () => {
    const on = await opened();
    const { github, forge } = on;
    let request: PruneRequest | undefined;
    expect(refsIn(await callsOf(github, async () => (request = value(await updated(on)))))).toEqual(['POST /graphql']);
    expect(request).toEqual(value(await forge.findPrune()));
    expect(github.tip(BRANCH)).toBe(request?.head);
    const calls = await callsOf(github, async () => request && value(await forge.closePrune(request, 'Nothing is left.')));
    expect(refsIn(calls)).toEqual([`GET /repos/acme/access/git/ref/heads%2Fgrantkeeper%2Fprune`, 'POST /graphql']);
    expect(github.tip(BRANCH)).toBe('');
  });

  it('keeps what somebody pushed at the last moment', async () => {
    const on = await opened();
    on.github.service.faults.push({ path: /graphql/, effect: pushed });
    expect(failure(await updated(on))).toMatchObject({ kind: 'unsafe', message: expect.stringContaining('a commit that is not ours') });
    const theirs = on.github.tip(BRANCH);
    expect(theirs).not.toBe(on.request.head);
    on.github.service.faults.push({ path: /graphql/, effect: pushed });
    expect(failure(await on.forge.closePrune({ ...on.request, head: theirs }, 'x')).kind).toBe('unsafe');
    expect(on.github.tip(BRANCH)).not.toBe('');
  });

  it.each([
    ['is refused', { kind: 'answer', status: 200, body: '{"data":{"updateRefs":null},"errors":[{"type":"FORBIDDEN","message":"No"}]}' }],
    ['is not known', { kind: 'answer', status: 200, body: '{"errors":[{"type":"undefinedField","message":"No"}]}' }],
    ['fails', { kind: 'answer', status: 502 }],
  ] as const)('is looked at and moved over REST where the call %s', async (_, effect) => {
    const on = await opened();
    on.github.service.faults.push({ path: /graphql/, effect });
    const { head } = value(await updated(on));
    expect(on.github.tip(BRANCH)).toBe(head);
    on.github.service.faults.push({ path: /graphql/, effect });
    value(await on.forge.closePrune({ ...on.request, head: head ?? '' }, 'x'));
    expect(on.github.tip(BRANCH)).toBe('');
  });

  it('is found where it was to go when the answer was lost', async () => {
    const on = await opened();
    on.github.service.faults.push({ path: /graphql/, effect: { kind: 'cut-after' } });
    const calls = await callsOf(on.github, async () => value(await updated(on)));
    expect(refsIn(calls)).toEqual(['POST /graphql', 'GET /repos/acme/access/git/ref/heads%2Fgrantkeeper%2Fprune']);
    on.github.service.faults.push({ path: /graphql/, effect: { kind: 'cut-after' } });
    value(await on.forge.closePrune({ ...on.request, head: on.github.tip(BRANCH) }, 'x'));
    expect(on.github.tip(BRANCH)).toBe('');
  });
});
