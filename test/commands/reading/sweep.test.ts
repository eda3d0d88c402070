import PQueue from 'p-queue';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/domain/instant.ts';
import { onPublishedRoles, sweepAll } from '../../../src/commands/reading/sweep.ts';
import type { CloudReader, Swept } from '../../../src/providers/provider.ts';
import { clouds } from '../../../src/providers/registry.ts';

const NOTHING: Swept = { scopes: [], beyond: [], failed: [], pages: 0 };
const at = (cloud: string, path: string) => ({ cloud, path, key: path });

/** A reader that says of every role that it was asked. */
function readerWith(sweep?: CloudReader['sweep']): CloudReader {
  return {
    read: (scope) => Promise.resolve({ ok: true, scope, live: [], basis: undefined }),
    role: (_, role) => Promise.resolve({ ok: false, problem: `asked for ${role}` }),
    ancestry: (scope) => Promise.resolve({ ok: true, chain: [scope] }),
    ...(sweep && { sweep }),
  };
}

describe('readers on published roles', () => {
  it('know a role as bindings name it, and ask for one that the list does not spell so', async () => {
    const readers = new Map(['azure', 'gcp'].map((name) => [name, readerWith(() => Promise.resolve(NOTHING))]));
    const ready = await onPublishedRoles(readers, clouds);
    const told = async (cloud: string, role: string) => ready.get(cloud)?.role(at(cloud, '/'), role);
    const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
    expect(await told('azure', 'Reader')).toMatchObject({ ok: true, role: { id: READER, name: 'Reader' }, privileged: false });
    expect(await told('azure', READER.toUpperCase())).toMatchObject({ ok: true, role: { id: READER } });
    expect(await told('azure', 'Owner')).toMatchObject({ privileged: true });
    expect(await told('azure', 'reader')).toMatchObject({ ok: false, problem: 'asked for reader' });
    expect(await told('gcp', 'roles/viewer')).toMatchObject({ ok: true, role: { id: 'roles/viewer' } });
    const plain = await onPublishedRoles(new Map([['azure', readerWith()]]), clouds);
    expect(await plain.get('azure')?.role(at('azure', '/'), 'Reader')).toMatchObject({ ok: false });
  });
});

describe('what indexes told', () => {
  it('is by cloud: one that told nothing confirms nothing, and a place known by its other name is left out', async () => {
    const reading = (path: string) => ({ reading: { ok: true, scope: at('azure', path), live: [], basis: undefined } }) as const;
    const azure: Swept = {
      ...NOTHING,
      scopes: [reading('/a'), { ...reading('/b'), alias: at('azure', '/known') }],
      pages: 2,
      cloudTime: 7 as Instant,
    };
    const readers = new Map([
      ['azure', readerWith(() => Promise.resolve(azure))],
      ['gcp', readerWith(() => Promise.resolve(NOTHING))],
      ['other', readerWith()],
    ]);
    const bounds = ['azure', 'gcp', 'other'].map((cloud) => at(cloud, '/'));
    const told = await sweepAll(bounds, readers, [at('azure', '/known')], new PQueue());
    expect([...told.readings.keys()]).toEqual(['azure\n/a']);
    expect([[...told.tellers], told.pages, told.times]).toEqual([['azure'], 2, [['azure', 7]]]);
  });
});
