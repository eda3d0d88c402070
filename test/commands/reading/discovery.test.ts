import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/domain/access.ts';
import { discoverAll } from '../../../src/commands/reading/discovery.ts';
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
