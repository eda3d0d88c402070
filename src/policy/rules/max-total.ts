import type { Instant } from '../../domain/instant.ts';
import { later } from '../../domain/instant.ts';
import { formatPeriod, type Period } from '../../domain/period.ts';
import { type Asked, beginsAt, holdersOf, landsAt, type Use } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const maxTotal: Rule = {
  id: 'max-total',
  code: 'GK2106',
  severity: 'error',
  summary: 'Nobody holds one role at one scope for longer than policy allows within 90 days',
  key: '/grants/maxTotal',
  example: 'grants: { maxTotal: 30d }',
  judge,
};

const WINDOW: Period = 90 * 24 * 3600_000;
const MINUTE = 60_000;

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

function judge(asked: Asked): readonly Problem[] {
  const { maxTotal: most } = asked.control.policy.grants;
  if (most === undefined) return [];
  const problems = new Map<string, Problem>();
  for (const use of asked.uses) {
    for (const holder of holdersOf(asked, use.principal)) {
      const total = held(asked, use, holder);
      if (total > most) problems.set([holder, use.roleKey, use.scopeKey].join('\n'), problemOf(use, holder, total, most));
    }
  }
  return [...problems.values()];
}

/** What is asked for now, together with what was held since the window opened; what overlaps counts once. */
function held(asked: Asked, use: Use, holder: string): Period {
  const opens = later(landsAt(asked), -WINDOW);
  const past = asked.history.filter((one) => one.person === holder && one.roleKey === use.roleKey && one.scopeKey === use.scopeKey);
  const spans = past.map(({ from, to }) => ({ from: Math.max(from, opens) as Instant, to }));
  return covered([...spans, { from: beginsAt(asked), to: asked.end }]);
}

function covered(spans: readonly Span[]): Period {
  let total = 0;
  let reached = -Infinity;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

function problemOf(use: Use, holder: string, total: Period, most: Period): Problem {
  const what = use.catalogueRole ?? use.role?.text ?? 'this role';
  const spelled = formatPeriod(Math.ceil(total / MINUTE) * MINUTE);
  const message = `${holder} would hold ${what} at ${use.scope} for ${spelled} within 90 days, more than ${formatPeriod(most)}`;
  return { pointer: use.pointer, message, hint: 'Ask for less time; what is needed this often is better given for good' };
}
