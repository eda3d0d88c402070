import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { type Instant, later } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { GONE } from '../../src/ledger/facts.ts';
import { latenessOf, MEASURED, measuredLateness } from '../../src/ledger/lateness.ts';
import { at, azure, COMMON, gcp, grantOf, live, revokeOf } from '../report/samples.ts';

const MINUTE = 60_000;
const DUE = at('12:00');
const SINCE = at('09:00');

function ended(late: number, more: Partial<Entry> = {}): Entry {
  const when = (DUE + late * MINUTE) as Instant;
  const access = `sha256:${late}`;
  return { seq: 1, prev: '', hash: '', run: 'r', kind: 'ended', because: 'lapsed', cloud: 'azure', at: when, until: DUE, access, ...more };
}

const ofAzure = (entries: readonly Entry[]) => measuredLateness(entries, SINCE).get('azure');

describe('lateness, as the ledger tells it', () => {
  it('of no cloud is told of none, and looks at thirty days', () => {
    expect(MEASURED).toBe(30 * 24 * 3600_000);
    const { cloud: _cloud, ...bare } = ended(5);
    expect([...measuredLateness([bare], SINCE).keys()]).toEqual(['']);
  });

  it('is not known where no end was seen', () => expect(measuredLateness([], SINCE)).toEqual(new Map()));

  it('is by nearest rank, each cloud by itself', () => {
    const ends = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5].map((late) => ended(late));
    expect(measuredLateness([...ends, ended(30, { cloud: 'gcp' })], SINCE)).toEqual(
      new Map([
        ['azure', { count: 10, p50: 5 * MINUTE, p90: 9 * MINUTE, max: 10 * MINUTE }],
        ['gcp', { count: 1, p50: 30 * MINUTE, p90: 30 * MINUTE, max: 30 * MINUTE }],
      ]),
    );
    expect(ofAzure([ended(0), ended(4), ended(11)])).toEqual({ count: 3, p50: 4 * MINUTE, p90: 11 * MINUTE, max: 11 * MINUTE });
  });

  it.each<[string, Entry]>([
    ['another kind of line', ended(5, { kind: 'verified' })],
    ['what was withdrawn', ended(5, { because: 'withdrawn' })],
    ['what is said again', ended(5, { carried: true })],
    ['what was only found gone', ended(5, { reason: GONE })],
    ['what came before its end', ended(-5)],
    ['what is too long ago', ended(5, { at: SINCE, until: at('08:00') })],
  ])('leaves out %s', (_, entry) => expect(ofAzure([entry])).toBeUndefined());

  it('leaves out what has no end', () => {
    const { until: _, ...endless } = ended(5);
    expect(ofAzure([endless])).toBeUndefined();
  });

  it('takes an end that is told again for one, by its last line; another end of the same access is another', () => {
    const [first, again] = [ended(5, { access: 'a' }), ended(9, { access: 'a' })];
    const other = ended(20, { access: 'a', until: later(DUE, 10 * MINUTE) });
    expect(ofAzure([first, again])).toMatchObject({ count: 1, max: 9 * MINUTE });
    expect(ofAzure([first, again, other])).toMatchObject({ count: 2, p50: 9 * MINUTE, max: 10 * MINUTE });
    expect(ofAzure([first, ended(5, { access: 'a', condition: 'x' })])).toMatchObject({ count: 2 });
  });
});

describe('lateness of one run', () => {
  const endsBy = (cloud: string) => (cloud === 'gcp' ? ('cloud' as const) : ('run' as const));
  const outcome = (change: Outcome['change'], more: Partial<Outcome> = {}): Outcome => ({
    status: 'applied',
    change,
    at: at('12:07'),
    ...more,
  });
  const over = revokeOf(azure(), DUE);

  it('is that of each end by our run, done or still open', () => {
    const all = [outcome(over), outcome(over, { status: 'failed', at: at('12:09') })];
    expect(latenessOf(all, endsBy)).toEqual([7 * MINUTE, 9 * MINUTE]);
    expect(latenessOf([outcome(over, { at: DUE })], endsBy)).toEqual([0]);
  });

  it.each<[string, Outcome]>([
    ['the cloud itself ended', outcome(revokeOf(gcp(), DUE))],
    ['was given', outcome(grantOf(azure(), at('21:00')))],
    ['was withdrawn', outcome(revokeOf(azure(), DUE, 'withdrawn'))],
    ['somebody else took away', outcome(over, { status: 'already-so' })],
    ['had no mark', outcome({ ...COMMON, verb: 'revoke', because: 'lapsed', live: live(azure()) })],
    ['has its end still ahead', outcome(over, { at: at('11:59') })],
  ])('is not that of what %s', (_, one) => expect(latenessOf([one], endsBy)).toEqual([]));
});
