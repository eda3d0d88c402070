import { describe, expect, it } from 'vitest';
import { verified } from '../../src/apply/verify.ts';
import type { Change, DesiredBinding } from '../../src/domain/change.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { OutcomeStatus } from '../../src/domain/outcome.ts';
import type { CloudReader, Readable, Reading } from '../../src/providers/provider.ts';
import { aBinding, at, live } from '../reconcile/builders.ts';

const BINDING = aBinding();
const READING: Readable = { ok: true, scope: BINDING.scope, live: [], basis: {} };
const LIVE = live(BINDING, { grant: 'g', until: at('12:00') });
const COMMON = { grant: 'g', principal: 'ada', digest: 'd' };
const DESIRED: DesiredBinding = {
  binding: BINDING,
  grant: 'g',
  because: ['g'],
  principal: 'ada',
  until: at('12:00'),
  privileged: false,
  file: 'f',
  commit: 'c',
};

const taking: Change = { ...COMMON, verb: 'revoke', because: 'lapsed', live: LIVE };
const giving: Change = { ...COMMON, verb: 'grant', because: 'asked', desired: DESIRED };
const moving: Change = {
  ...COMMON,
  verb: 'extend',
  because: 'renewed',
  live: live(BINDING, { grant: 'g', until: at('11:00') }),
  desired: DESIRED,
};

/** What comes of a change that was applied, where reads show these in turn, the last one for ever. */
async function seen(change: Change, shows: readonly (readonly LiveBinding[] | 'broken')[], status: OutcomeStatus = 'applied') {
  const waits: number[] = [];
  let reads = 0;
  const read = (): Promise<Reading> => {
    const shown = shows[Math.min(reads, shows.length - 1)] ?? [];
    reads += 1;
    if (shown === 'broken') return Promise.resolve({ ok: false, scope: BINDING.scope, failure: { kind: 'transient', message: '503' } });
    return Promise.resolve({ ...READING, live: shown });
  };
  const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
  const [outcome] = await verified([{ status, change, at: at('10:00') }], READING, { read } as unknown as CloudReader, sleep);
  return { outcome, waits, reads };
}

describe('a second look', () => {
  it('is taken once where all is as it should be, and waits in steps until it is', async () => {
    expect(await seen(taking, [[]])).toMatchObject({ outcome: { status: 'applied' }, waits: [], reads: 1 });
    expect(await seen(taking, [[LIVE], [LIVE], []])).toMatchObject({ outcome: { status: 'applied' }, waits: [1000, 2000], reads: 3 });
    expect(await seen(giving, [[], 'broken', [LIVE]])).toMatchObject({ outcome: { status: 'applied' }, waits: [1000, 2000] });
  });

  it('is not taken of what was not applied', async () => {
    expect(await seen(taking, [[LIVE]], 'failed')).toMatchObject({ outcome: { status: 'failed' }, reads: 0 });
  });

  it('leaves unverified what does not show within thirty seconds, and says why', async () => {
    const waits = [1000, 2000, 4000, 8000, 15_000];
    const failure = (message: string) => ({ kind: 'transient', message, hint: 'The next run looks again.' });
    expect(await seen(taking, [[LIVE]])).toMatchObject({
      outcome: { status: 'unverified', failure: failure('a second read did not show it within 30 s') },
      waits,
    });
    expect(await seen(giving, ['broken'])).toMatchObject({
      outcome: { status: 'unverified', failure: failure('a second read failed: 503') },
      waits,
    });
    expect(await seen(giving, ['broken', []])).toMatchObject({
      outcome: { failure: failure('a second read did not show it within 30 s') },
    });
  });

  const status = async (change: Change, ...shown: readonly LiveBinding[]) => (await seen(change, [shown])).outcome?.status;

  it.each<[string, Change, readonly LiveBinding[], boolean]>([
    ['what was taken and granted anew', taking, [live(BINDING, { grant: 'h', until: at('12:00') })], true],
    ['what was taken, with another end', taking, [live(BINDING, { grant: 'g', until: at('13:00') })], true],
    ['what was taken', taking, [LIVE], false],
    [
      'what was taken, of another member',
      taking,
      [{ ...LIVE, binding: { ...BINDING, member: { ...BINDING.member, id: 'user:x' } } }],
      true,
    ],
    ['what was given', giving, [LIVE], true],
    ['what was given, with another end', giving, [live(BINDING, { grant: 'g', until: at('13:00') })], false],
    ['what was given, by another grant', giving, [live(BINDING, { grant: 'h', until: at('12:00') })], false],
    ['what was given, of another role', giving, [{ ...LIVE, binding: { ...BINDING, role: { id: 'x', name: 'x' } } }], false],
    ['what the cloud ends', giving, [{ binding: BINDING, conditional: false, handle: 'h', end: at('12:00') }], true],
    ['what the cloud ends an hour later', giving, [{ binding: BINDING, conditional: false, handle: 'h', end: at('13:00') }], false],
    [
      'what begins as it should',
      giving,
      [{ binding: BINDING, conditional: false, handle: 'h', end: at('12:00'), starts: at('10:00') }],
      false,
    ],
    ['what was moved', moving, [LIVE], true],
    ['what was moved and what it was', moving, [LIVE, moving.live], false],
  ])('%s', async (_, change, shown, isSeen) => expect(await status(change, ...shown)).toBe(isSeen ? 'applied' : 'unverified'));

  it('knows what the cloud ends by its end and its begin', async () => {
    const timed: LiveBinding = { binding: BINDING, conditional: false, handle: 'h', end: at('12:00'), starts: at('10:00') };
    const away: Change = { ...COMMON, verb: 'revoke', because: 'lapsed', live: timed };
    expect(await status(away, timed)).toBe('unverified');
    for (const other of [
      { ...timed, end: at('13:00') },
      { ...timed, starts: at('11:00') },
      { ...timed, binding: { ...BINDING, condition: 'x' } },
    ])
      expect(await status(away, other)).toBe('applied');
  });
});
