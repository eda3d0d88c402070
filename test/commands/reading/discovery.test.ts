import { describe, expect, it } from 'vitest';
import { type Scope, scopeKey } from '../../../src/domain/access.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { discoverAll, withStandbys } from '../../../src/commands/reading/discovery.ts';
import { newLine } from '../../../src/commands/reading/survey.ts';
import type { CloudReader, Discovered } from '../../../src/providers/provider.ts';

function scope(path: string, cloud = 'gcp'): Scope {
  return { cloud, path, key: path };
}

const unasked = () => Promise.reject(new Error('nobody asked for this'));
const MUTE: CloudReader = { read: unasked, role: unasked, ancestry: unasked };

function finding(answer: Partial<Discovered>, asked: unknown[] = []): CloudReader {
  return {
    ...MUTE,
    discover: async (members, bounds) => {
      asked.push([members, bounds.map(({ path }) => path)]);
      return { scopes: [], beyond: [], failed: [], ...answer };
    },
  };
}

const NUMBERED = { scope: scope('projects/pay-prod'), alias: scope('projects/7') };
const OTHER = { scope: scope('projects/other') };

describe('what the indexes of the clouds name', () => {
  it('is asked of each cloud with its own members and bounds, and not where there are none', async () => {
    const asked: unknown[] = [];
    const readers = new Map([
      ['gcp', finding({ scopes: [OTHER] }, asked)],
      ['azure', finding({}, asked)],
      ['acme', MUTE],
    ]);
    const search = { members: new Set(['gcp\nuser:ada@example.com', 'azure\nid', 'acme\nada']), bounds: [scope('organizations/1')] };
    const found = await discoverAll(search, readers, [], newLine());
    expect(found).toEqual({ scopes: [OTHER.scope], beyond: [], standbys: [], failed: [], searched: ['gcp'] });
    expect(asked).toEqual([[['user:ada@example.com'], ['organizations/1']]]);
  });

  it.each([
    [[], ['projects/pay-prod', 'projects/other']],
    [['projects/pay-prod'], ['projects/other']],
    [['projects/7'], ['projects/other']],
    [['projects/other', 'projects/7'], []],
  ])('is read once where %j is known already', async (known, wanted) => {
    const search = { members: new Set(['gcp\nuser:ada@example.com']), bounds: [scope('organizations/1')] };
    const readers = new Map([['gcp', finding({ scopes: [NUMBERED, OTHER] })]]);
    const { scopes } = await discoverAll(
      search,
      readers,
      known.map((path) => scope(path)),
      newLine(),
    );
    expect(scopes.map(({ path }) => path)).toEqual(wanted);
  });
});

describe('what stands by', () => {
  it('is added to the reading of its scope, in the place of what its reader tells of it', () => {
    const at = scope('/subscriptions/s', 'azure');
    const member = { kind: 'user', id: 'a', shown: 'a' } as const;
    const binding = { scope: at, role: { id: 'r', name: 'Reader' }, member };
    const live = { binding, conditional: false, handle: 'one', end: 5 as Instant };
    const later = {
      ...live,
      binding: { ...binding, role: { id: 'r', name: 'Reader (begins later)' } },
      handle: 'two',
      standby: 'later',
    } as const;
    const other = { ...later, end: 6 as Instant };
    const eligible = { binding, conditional: false, handle: 'three', standby: 'eligible' } as const;
    const reading = { ok: true, scope: at, live: [live], basis: {} } as const;
    const all = withStandbys(new Map([[scopeKey(at), reading]]), [
      later,
      other,
      eligible,
      { ...eligible, binding: { ...binding, scope: scope('/x', 'azure') } },
    ]);
    expect(all.get(scopeKey(at))?.live).toEqual([later, other, eligible]);
    expect([...all.keys()]).toEqual([scopeKey(at)]);
  });
});
