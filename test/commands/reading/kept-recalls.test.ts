import { describe, expect, it } from 'vitest';
import { keepRecall, keptRecalls, unrecorded } from '../../../src/commands/reading/kept-recalls.ts';
import type { LedgerSight } from '../../../src/commands/ledger/sight.ts';
import { type Instant, later } from '../../../src/domain/instant.ts';
import { git } from '../../../src/git/command.ts';
import { branchesOf } from '../../../src/git/branch.ts';
import { azureSyntax } from '../../../src/providers/azure/syntax.ts';
import { gcpSyntax } from '../../../src/providers/gcp/syntax.ts';
import { recallKey } from '../../../src/ledger/standing.ts';
import { aWorld, BEGIN } from '../../scenarios/world.ts';

const SYNTAXES = [gcpSyntax, azureSyntax];
const TEXT = 'principal: chi\nsince: 2026-11-23T09:00:00Z\nreason: Stolen\n';
const FILE = { stem: 'chi', path: 'recalls/chi.yaml', text: TEXT };
const BRANCH = 'grantkeeper/recall/chi';
const NOWHERE: LedgerSight = { ok: false, why: 'GitHub answered 503' };

/** A ledger that has lines for these recalls. */
function sight(...files: readonly string[]): LedgerSight {
  const recalls = new Map(files.map((file) => [recallKey({ file, principal: 'chi' }), {}]));
  return { ok: true, ledger: { state: { recalls } } } as unknown as LedgerSight;
}

describe('a recall that the forge did not take', () => {
  it('is kept in this clone, sent past the API of the forge, and kept again on top of itself', async () => {
    const { repository, forge } = await aWorld();
    expect(await keptRecalls(repository, SYNTAXES, BEGIN)).toEqual([]);
    expect(await keepRecall(repository, FILE, BEGIN)).toBeUndefined();
    expect((await branchesOf(forge.repository)).get(BRANCH)).toBe((await branchesOf(repository)).get(BRANCH));
    const found = await keptRecalls(repository, SYNTAXES, later(BEGIN, 5000));
    expect(found).toMatchObject([{ name: 'chi', at: BEGIN, recall: { principal: 'chi', reason: 'Stolen' } }]);
    expect(await keepRecall(repository, { ...FILE, text: 'principal: [\n' }, later(BEGIN, 60_000))).toBeUndefined();
    expect(await keptRecalls(repository, SYNTAXES, BEGIN)).toEqual([{ name: 'chi', at: later(BEGIN, 60_000) }]);
  });

  it('says why the remote has not got it, and stays in the clone', async () => {
    const { repository } = await aWorld();
    await git(repository.root, 'remote', 'set-url', 'origin', `${repository.root}/nowhere`);
    expect(await keepRecall(repository, FILE, BEGIN)).toMatch(/nowhere/);
    expect(await keptRecalls(repository, SYNTAXES, BEGIN)).toMatchObject([{ name: 'chi' }]);
  });
});

describe('what the ledger is still to be told', () => {
  const [recall] = [{ name: 'chi', principal: 'chi', since: BEGIN, reason: 'Stolen', source: { file: '', place: never, key: never } }];
  const kept = [{ name: 'chi', at: BEGIN, recall }];
  const standing = [{ name: 'chi', principal: 'chi', standing: true }];

  it('is what stands and has no line', () => {
    const order = { principal: 'chi', file: 'recalls/chi.yaml', reason: 'Stolen' };
    expect(unrecorded(kept, standing, NOWHERE)).toEqual([order]);
    expect(unrecorded(kept, standing, sight('recalls/other.yaml'))).toEqual([order]);
  });

  it('is nothing that has a line, was lifted, or does not read', () => {
    expect(unrecorded(kept, standing, sight('recalls/chi.yaml'))).toEqual([]);
    expect(unrecorded(kept, [{ name: 'chi', principal: 'chi', standing: false }], NOWHERE)).toEqual([]);
    expect(unrecorded([{ name: 'chi', at: 0 as Instant }], standing, NOWHERE)).toEqual([]);
  });
});

function never(): never {
  throw new Error('nobody asks for a place here');
}
