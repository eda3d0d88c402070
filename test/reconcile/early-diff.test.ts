import { describe, expect, it } from 'vitest';
import { bindingKey } from '../../src/domain/access.ts';
import type { DesiredBinding } from '../../src/domain/change.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import { claimsOf } from '../../src/reconcile/claims.ts';
import { type DiffContext, diffScope } from '../../src/reconcile/diff.ts';
import { earlyDiffs } from '../../src/reconcile/early-diff.ts';
import { contextFor } from '../../src/reconcile/plan.ts';
import { unite } from '../../src/reconcile/union.ts';
import { aBinding, aGrant, aLife, aSource, at, CLOUDS, hash, live, lives } from './builders.ts';

const NOW = at('12:00');
const SOURCE = aSource(lives(aLife('g', { grant: aGrant('g') })));
const SCOPE = aBinding().scope;
const OURS = live(aBinding(), { end: '17:00' });
const OTHERS = live(aBinding({ role: 'roles/browser' }));
const GIVEN = {
  at: NOW,
  cloudTimes: [],
  source: SOURCE,
  clouds: CLOUDS,
  controlFindings: [],
  recallsForeign: new Set<string>(),
  written: () => false,
  managed: () => true,
  unsure: new Set<string>(),
  hash,
};
const CONTEXT = contextFor(GIVEN, false);

function early(context = CONTEXT) {
  return earlyDiffs(claimsOf(SOURCE, NOW).claims, context, CLOUDS);
}

function desired(): ReadonlyMap<string, DesiredBinding> {
  return unite(claimsOf(SOURCE, NOW).claims, CLOUDS, NOW).desired;
}

/** What is known of a list that was seen under `CONTEXT`, for other wishes or on other ground. */
function known(list: readonly LiveBinding[], wishes = desired(), context: DiffContext = CONTEXT) {
  const diffs = early();
  diffs.see(SCOPE, list);
  return diffs.known(list, wishes, context);
}

describe('scopes that are compared early', () => {
  it('are compared as they are later', () => {
    for (const list of [[OURS, OTHERS], [OTHERS], []]) {
      expect(known(list)).toEqual(diffScope(list, desired(), contextFor(GIVEN, false)));
      expect(known(list, desired(), contextFor({ ...GIVEN, managed: () => false }, false))).toBeDefined();
    }
  });

  it('are compared anew where something else is wished than what all claims come to', () => {
    const [first] = desired().values();
    const other = new Map(first === undefined ? [] : [[bindingKey(first.binding), { ...first }]]);
    expect(known([OURS], new Map())).toBeUndefined();
    expect(known([OURS], other)).toBeUndefined();
  });

  it('are compared anew on other ground: another clock, a stop, control files that wait, another record, other history, a recall of what others gave', () => {
    const reach = { ...CONTEXT, recallsForeign: new Set(['gcp\nuser:eve@example.com']) };
    const others: readonly DiffContext[] = [
      contextFor({ ...GIVEN, cloudTimes: [at('12:01')] }, false),
      contextFor({ ...GIVEN, cloudTimes: [at('11:59')] }, true),
      contextFor(GIVEN, true),
      contextFor({ ...GIVEN, written: () => true }, false),
      contextFor({ ...GIVEN, source: { ...SOURCE } }, false),
      reach,
      { ...CONTEXT, unsure: new Set(['x']) },
      { ...CONTEXT, frozen: true },
    ];
    expect(others.map((context) => known([OURS], desired(), context))).toEqual(others.map(() => undefined));
    const diffs = early({ ...CONTEXT, now: at('11:00') });
    diffs.see(SCOPE, [OURS]);
    expect(diffs.known([OURS], desired(), CONTEXT)).toBeUndefined();
  });

  it('are left for later where somebody broke the glass, and are not known where nobody looked', () => {
    const glass = live(aBinding(), { end: '17:00', grant: 'bg-1' });
    expect(early().see(SCOPE, [OURS, glass])).toBeUndefined();
    expect(known([glass])).toBeUndefined();
    expect(early().known([OURS], desired(), CONTEXT)).toBeUndefined();
  });

  it('find nothing wished at a scope of which nobody claims anything', () => {
    const list = [live(aBinding({ scope: 'projects/search-prod' }))];
    const elsewhere = aBinding({ scope: 'projects/search-prod' }).scope;
    const diffs = early();
    expect(diffs.see(elsewhere, list)).toMatchObject({ changes: [], ours: 0 });
    expect(diffs.known(list, new Map(), CONTEXT)).toBeDefined();
  });
});
