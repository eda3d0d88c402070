import { scopeKey } from '../domain/access.ts';
import type { Finding } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import type { Instant } from '../domain/instant.ts';
import type { HeldAccess, PastUse, PoweredAccess } from '../policy/asked.ts';
import { judge } from '../policy/judge.ts';
import type { Rule } from '../policy/rule.ts';
import { expand, type Unit } from '../reconcile/expand.ts';
import type { Timeline } from '../reconcile/timeline.ts';
import { powered, powersOf } from './reading/effect.ts';
import { proposalOf, spansOf } from './reading/judge.ts';
import type { Ground } from './request-check-grants.ts';
import { holdersOf } from './request-check-holdings.ts';

/** What policy says against a grant beside all others of the same people: what they hold together, and held in all. */
export function findingsBeside(grant: Grant, ground: Ground, rules: readonly Rule[]): readonly Finding[] {
  const { control, clouds, now } = ground;
  const { units } = expand(grant, control, clouds);
  const asked = powered(proposalOf(grant, units, control, clouds, now), units, powersBeside(grant, ground), ground.powers);
  const uses = usesBeside(grant, ground);
  return judge({ ...asked, held: uses.flatMap(({ held }) => held), history: uses.flatMap(({ history }) => history) }, rules);
}

/** By other grants of the default branch, and by hand as far as the last run saw. */
function powersBeside({ id }: Grant, { control, clouds, now, timelines, snapshot, powers }: Ground): readonly PoweredAccess[] {
  const granted = [...timelines.values()].flatMap((timeline) => {
    const grant = timeline.standing?.grant;
    if (grant === undefined || timeline.id === id) return [];
    const spans = spansOf(timeline, now).filter(({ to }) => to > now);
    const { units } = expand(grant, control, clouds);
    const by = `of ${timeline.id}`;
    return units.flatMap((unit) => spans.flatMap(({ from, to }) => powersOf(unit, { from, until: to, by }, powers)));
  });
  const seen = (snapshot?.bindings ?? []).flatMap(({ ours, principal, binding: { scope, role } }) =>
    ours || principal === undefined ? [] : powersOf({ principal, scope, role: role.name }, { by: 'by hand', id: role.id }, powers),
  );
  return [...granted, ...seen];
}

interface Uses {
  readonly held: readonly HeldAccess[];
  readonly history: readonly PastUse[];
}

function usesBeside(grant: Grant, ground: Ground): readonly Uses[] {
  const people = new Set(holdersOf(grant, ground.control));
  const known = [...ground.timelines.values()].filter((timeline) => timeline.standing !== undefined);
  return known.map((timeline) => usesOf(timeline, grant.id, people, ground));
}

/** Of the same id only what is over by the new landing counts: the rest is what is asked for again. */
function usesOf(timeline: Timeline, id: string, people: ReadonlySet<string>, ground: Ground): Uses {
  const { control, clouds, now } = ground;
  const own = timeline.standing?.grant as Grant;
  if (!holdersOf(own, control).some((person) => people.has(person))) return { held: [], history: [] };
  const same = timeline.id === id;
  const spans = spansOf(timeline, now).map(({ from, to }) => ({ from, to: (same ? Math.min(to, now) : to) as Instant }));
  const live = same ? [] : spans.filter(({ to }) => to > now);
  const parts = expand(own, control, clouds).units.map((unit) => usesOfUnit(unit, spans, live, people, ground));
  return { held: parts.flatMap(({ held }) => held), history: parts.flatMap(({ history }) => history) };
}

type Spans = ReturnType<typeof spansOf>;

function usesOfUnit(unit: Unit, spans: Spans, live: Spans, people: ReadonlySet<string>, { control }: Ground): Uses {
  const holders = holdersOf({ principals: [unit.principal] }, control).filter((person) => people.has(person));
  if (holders.length === 0) return { held: [], history: [] };
  const at = { roleKey: unit.role, scopeKey: scopeKey(unit.scope) };
  const catalogue = unit.catalogueRole === undefined ? {} : { catalogueRole: unit.catalogueRole.name };
  return {
    held: live.map(({ from, to }) => ({ principal: unit.principal, ...catalogue, ...at, from, until: to })),
    history: holders.flatMap((person) => spans.map(({ from, to }) => ({ person, ...at, from, to }))),
  };
}
