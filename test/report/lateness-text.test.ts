import { describe, expect, it } from 'vitest';
import type { Lateness } from '../../src/domain/lateness.ts';
import { endingText, latenessJson, latenessText, lateText, seconds } from '../../src/report/lateness-text.ts';
import { at, azure, gcp, grantOf, planOf, revokeOf, WORDS } from './samples.ts';

const SEEN: Lateness = { count: 12, p50: 240_000, p90: 700_500, max: 1_860_000 };
const plan = planOf({ changes: [revokeOf(azure(), at('17:00')), grantOf(gcp(), at('21:03'))], held: [grantOf(azure(), at('21:03'))] });
const none = planOf({ changes: [revokeOf(azure(), at('17:00')), grantOf(gcp(), at('21:03'))] });

describe('how late ends by our run come', () => {
  it('is said with what was seen, and that nothing bounds it', () => {
    expect(endingText(plan, WORDS.endsBy, () => SEEN)).toEqual([
      'ends by our run in azure: p50 4, p90 12, max 31 min late in 12 ends of 30 days; no bound while runs stop',
    ]);
    expect(latenessText({ ...SEEN, count: 1 })).toContain('in 1 end of 30 days');
  });

  it('is not measured where nothing was seen', () =>
    expect(endingText(plan, WORDS.endsBy, () => undefined)).toEqual([
      'ends by our run in azure: how late is not measured yet; no bound while runs stop',
    ]));

  it('is not said where the plan leaves no end to our run', () => expect(endingText(none, WORDS.endsBy, () => SEEN)).toEqual([]));

  it('is told to programs in seconds', () => {
    expect(latenessJson(plan, WORDS.endsBy, () => SEEN)).toEqual([{ cloud: 'azure', count: 12, p50: 240, p90: 701, max: 1860 }]);
    const unknown = { cloud: 'azure', count: 0, p50: null, p90: null, max: null };
    expect(latenessJson(plan, WORDS.endsBy, () => undefined)).toEqual([unknown]);
    expect(latenessJson(none, WORDS.endsBy, () => SEEN)).toEqual([]);
  });

  it('is told of one run', () => {
    expect(lateText([])).toBe('');
    expect(lateText([1000, 420_000])).toBe('ended by our run: 2, the latest 7 min after its time\n');
    expect(seconds(1)).toBe(1);
  });
});
