import { scopeKey } from '../domain/access.ts';
import { leftAt } from '../domain/directory.ts';
import { compare } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Lateness } from '../domain/lateness.ts';
import type { Control } from '../domain/policy.ts';
import type { SeenBinding, Snapshot } from '../ledger/snapshot.ts';
import type { Clouds } from '../reconcile/clouds.ts';
import { endOf } from '../reconcile/end.ts';
import { expand, type Unit } from '../reconcile/expand.ts';
import { placeOver } from '../reconcile/place.ts';
import type { Timeline } from '../reconcile/timeline.ts';
import { wishesOf } from '../reconcile/wish.ts';
import type { AccessFacts, GrantChange, GrantFacts, PrincipalFacts, RowFacts } from '../report/request-facts.ts';
import type { Powers } from './reading/effect.ts';
import { effectsIn } from './request-check-effect.ts';
import { accessOf, holdingsOf } from './request-check-holdings.ts';

/** What the facts about a grant are drawn from. */
export interface Ground {
  readonly now: Instant;
  /** Of the default branch, where it has any that read; else of the request. */
  readonly control: Control;
  readonly clouds: Clouds;
  /** Of the default branch, as if every version of it were approved. */
  readonly timelines: ReadonlyMap<string, Timeline>;
  readonly snapshot: Snapshot | undefined;
  readonly endsBy: (unit: Unit) => RowFacts['endsBy'];
  readonly lateness: (cloud: string) => Lateness | undefined;
  /** What roles give, as far as that is known without asking a cloud. */
  readonly powers: Powers;
}

/** A grant that stands on the default branch and still gives access. */
interface Standing {
  readonly grant: Grant;
  readonly landing: Instant;
  readonly end: Instant;
}

/** What a request makes of one id: undefined where it only removes what is over, or changes nothing that gives access. */
export function grantFacts(before: Grant | undefined, after: Grant | undefined, ground: Ground): GrantFacts | undefined {
  const shown = after ?? before;
  if (shown === undefined) return undefined;
  const standing = standingOf(shown.id, ground);
  if (after === undefined && standing === undefined) return undefined;
  const change = changeOf(standing, after);
  const { control, clouds, now } = ground;
  const [old, next] = [standing?.grant, after].map((grant) => (grant === undefined ? undefined : expand(grant, control, clouds)));
  const units = (next ?? old)?.units ?? [];
  const end = change === 'ending' ? standing?.end : cut(endIf(shown, change, standing, now), shown, control);
  const keepsStart = change === 'shortening' || change === 'wording';
  return {
    id: shown.id,
    path: shown.source.file,
    change,
    principals: shown.principals.map((name) => principalFacts(name, control)),
    access: accessOf(change === 'ending' ? (standing?.grant ?? shown) : shown, control),
    lost: after === undefined || standing === undefined ? [] : lostAccess(standing.grant, after, control),
    ...(shown.reason === undefined ? {} : { reason: shown.reason }),
    ...(shown.ticket === undefined ? {} : { ticket: shown.ticket }),
    ...(shown.requestedBy === undefined ? {} : { requestedBy: shown.requestedBy }),
    zone: control.teams.get(shown.team)?.zone ?? 'UTC',
    environments: environmentsOf(units, control, clouds),
    privileged: units.some((unit) => unit.catalogueRole?.privileged === true),
    ...(shown.starts !== undefined && shown.starts > now ? { starts: shown.starts } : {}),
    ...(shown.duration === undefined || keepsStart ? {} : { length: shown.duration + shown.grace }),
    latest: cut(keepsStart || change === 'ending' ? (end ?? now) : ((shown.expires + shown.grace) as Instant), shown, control),
    ...(standing === undefined ? {} : { before: standing.end }),
    rows: rowsOf(old?.units ?? [], next?.units ?? [], end !== standing?.end, ground),
    notes: [...(next?.notes ?? []), ...leavingNotes(shown, control), ...unknownRoles(units)],
    holdings: holdingsOf(shown, ground),
    ...(ASKS.has(change) ? { effects: effectsIn(shown, ground) } : {}),
  };
}

/** What only takes away, or changes words, is judged by nobody and adds nothing. */
export const ASKS: ReadonlySet<GrantChange> = new Set(['new', 'renewal', 'change']);

function standingOf(id: string, { timelines, now, control }: Ground): Standing | undefined {
  const timeline = timelines.get(id);
  const standing = timeline?.standing;
  if (timeline === undefined || standing === undefined || timeline.tip.body.kind === 'deleted') return undefined;
  const end = cut(endOf(standing.grant, standing.landing), standing.grant, control);
  return end > now ? { grant: standing.grant, landing: standing.landing, end } : undefined;
}

/** As a timeline would judge it once it has landed (a new landing is what raises the end, adds a wish or moves the start). */
function changeOf(standing: Standing | undefined, after: Grant | undefined): GrantChange {
  if (after === undefined) return 'ending';
  if (standing === undefined) return 'new';
  const { grant, landing } = standing;
  const [old, next] = [wishesOf(grant), wishesOf(after)];
  if (grant.starts !== after.starts || [...next].some((wish) => !old.has(wish))) return 'change';
  const [end, newEnd] = [endOf(grant, landing), endOf(after, landing)];
  if (newEnd > end) return 'renewal';
  return newEnd < end || next.size < old.size ? 'shortening' : 'wording';
}

/** What is no landing keeps counting from the old one. */
function endIf(grant: Grant, change: GrantChange, standing: Standing | undefined, now: Instant): Instant {
  const stays = change === 'shortening' || change === 'wording';
  return endOf(grant, stays && standing !== undefined ? standing.landing : now);
}

/** Nobody holds anything past the end of their own stay, as far as that is one end for all. */
function cut(end: Instant, { principals }: Grant, { directory }: Control): Instant {
  const lefts = principals.map((name) => leftAt(directory, name) ?? Infinity);
  return Math.min(end, Math.max(...lefts)) as Instant;
}

function principalFacts(name: string, { directory }: Control): PrincipalFacts {
  const principal = directory.get(name);
  if (principal === undefined) return { name, kind: 'unknown', members: [] };
  const human = principal.person === undefined ? undefined : directory.get(principal.person);
  const fullName = principal.fullName ?? human?.fullName;
  return { name, kind: principal.kind, ...(fullName === undefined ? {} : { fullName }), members: principal.members };
}

function lostAccess(before: Grant, after: Grant, control: Control): readonly AccessFacts[] {
  const key = ({ role, at }: AccessFacts) => `${role}\n${at}`;
  const kept = new Set(accessOf(after, control).map(key));
  return accessOf(before, control).filter((one) => !kept.has(key(one)));
}

/** Production first, for it is what must not be overlooked. */
function environmentsOf(units: readonly Unit[], control: Control, clouds: Clouds): readonly string[] {
  const all = new Set(units.map((unit) => placeOver(unit.scope, control, clouds)?.place.env ?? 'none'));
  return [...all].sort((a, b) => Number(b === 'prod') - Number(a === 'prod') || compare(a, b));
}

function rowsOf(old: readonly Unit[], next: readonly Unit[], moved: boolean, ground: Ground): readonly RowFacts[] {
  const before = new Map(old.map((unit) => [unitKey(unit), unit]));
  const after = new Map(next.map((unit) => [unitKey(unit), unit]));
  const stays = moved ? '~' : '=';
  return [
    ...[...before].filter(([key]) => !after.has(key)).map(([, unit]) => rowOf(unit, '-', ground)),
    ...[...after].map(([key, unit]) => rowOf(unit, before.has(key) ? stays : '+', ground)),
  ];
}

function unitKey({ principal, scope, role, condition = '' }: Unit): string {
  return [principal, scopeKey(scope), role, condition].join('\n');
}

function rowOf(unit: Unit, sign: RowFacts['sign'], ground: Ground): RowFacts {
  const { principal, role, scope, member, condition, takeover } = unit;
  const endsBy = ground.endsBy(unit);
  const lateness = endsBy === 'cloud' ? undefined : ground.lateness(scope.cloud);
  const twin = sign === '-' ? undefined : twinOf(unit, ground.snapshot);
  return {
    sign,
    principal,
    role,
    cloud: scope.cloud,
    scope: scope.path,
    member: member.shown,
    ...(condition === undefined ? {} : { condition }),
    endsBy,
    ...(lateness === undefined ? {} : { lateness }),
    ...(twin === undefined ? {} : { twin }),
    ...(takeover === undefined ? {} : { takeover }),
  };
}

/** What stands there without a mark of ours for the same scope, role and member. */
function twinOf({ scope, role, member }: Unit, snapshot: Snapshot | undefined): RowFacts['twin'] {
  const same = ({ binding, ours }: SeenBinding) =>
    !ours &&
    scopeKey(binding.scope) === scopeKey(scope) &&
    binding.member.id === member.id &&
    (binding.role.name === role || binding.role.id === role);
  const twins = snapshot?.bindings.filter(same) ?? [];
  if (twins.length === 0) return undefined;
  return twins.some((one) => !one.conditional) ? 'masked' : 'beside';
}

function leavingNotes({ principals }: Grant, { directory }: Control): readonly string[] {
  return principals.flatMap((name) => {
    const left = leftAt(directory, name);
    return left === undefined || principals.length === 1 ? [] : [`what ${name} gets ends when they leave`];
  });
}

/** What a cloud's own role lets its holder do only the cloud can tell. */
function unknownRoles(units: readonly Unit[]): readonly string[] {
  const raw = new Set(units.filter((unit) => unit.catalogueRole === undefined).map((unit) => unit.role));
  return [...raw].map((role) => `${role}: whether it lets its holder change access is looked up in the cloud when it is applied`);
}
