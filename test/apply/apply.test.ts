import { describe, expect, it } from 'vitest';
import { scopeKey } from '../../src/domain/access.ts';
import type { Change } from '../../src/domain/change.ts';
import { applyChanges } from '../../src/apply/apply.ts';
import type { CloudReader, CloudWriter, Readable } from '../../src/providers/provider.ts';
import { aBinding, at, live } from '../reconcile/builders.ts';

const BINDING = aBinding();
const READING: Readable = { ok: true, scope: BINDING.scope, live: [], basis: {} };
const READER: CloudReader = {
  read: () => Promise.resolve(READING),
  role: () => Promise.resolve({ ok: false, problem: 'unasked' }),
  ancestry: () => Promise.resolve({ ok: true, chain: [] }),
};

function revoke(because: 'lapsed' | 'withdrawn'): Change {
  return { verb: 'revoke', because, live: live(BINDING, { end: '10:00' }), grant: 'g', principal: 'ada', digest: 'sha256:same' };
}

/** What a writer is told to be still to do, where the plan had one change and the answer anew is another. */
async function toldAgain(planned: Change, anew: Change): Promise<readonly Change[]> {
  let told: readonly Change[] = [];
  const writer: CloudWriter = {
    apply: (reading, changes, again) => {
      told = again([]);
      return Promise.resolve({ reading, outcomes: changes.map((change) => ({ status: 'applied', change, at: at('10:00') })) });
    },
  };
  await applyChanges({
    changes: [planned],
    held: [],
    readings: new Map([[scopeKey(BINDING.scope), READING]]),
    readers: new Map([['gcp', READER]]),
    writers: new Map([['gcp', writer]]),
    again: () => [anew],
    clock: () => at('10:00'),
    sleep: () => Promise.resolve(),
    stopping: () => false,
    progress: () => undefined,
    concurrency: 1,
    patience: () => new Promise(() => undefined),
  });
  return told;
}

describe('a plan that is made anew while it is written', () => {
  it('withdraws nothing that the guard was not asked about, though the digest is the same', async () => {
    expect(await toldAgain(revoke('lapsed'), revoke('withdrawn'))).toEqual([]);
    expect(await toldAgain(revoke('withdrawn'), revoke('withdrawn'))).toHaveLength(1);
    expect(await toldAgain(revoke('withdrawn'), revoke('lapsed'))).toHaveLength(1);
  });
});
