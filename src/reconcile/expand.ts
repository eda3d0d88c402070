import type { CloudName, Member, MemberKind, Scope } from '../domain/access.ts';
import type { CatalogueAccess, CatalogueRole } from '../domain/catalogue.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Principal, PrincipalKind } from '../domain/directory.ts';
import type { CatalogueEntry, CloudEntry, Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';
import { belowScope, type Place, type Team } from '../domain/team.ts';
import type { Terms } from '../domain/terms.ts';
import type { Clouds } from './clouds.ts';
import { catalogueWish, entryWishes, wishKey } from './wish.ts';

/** One binding that a grant asks for, before its role is looked up in its cloud. Its terms are those of the nearest that says any. */
export interface Unit extends Terms {
  /** As `wishesOf` spells it, to compare with other versions of the file. */
  readonly wish: string;
  /** The access entry, such as `/access/0`. */
  readonly pointer: string;
  readonly principal: string;
  readonly catalogueRole?: CatalogueRole;
  /** The place that the entry names; a raw scope names none. */
  readonly place?: Place;
  readonly scope: Scope;
  readonly role: string;
  readonly member: Member;
  readonly condition?: string;
}

export interface Expansion {
  readonly units: readonly Unit[];
  /** What falls away and why, once each. */
  readonly notes: readonly string[];
}

const KINDS: Record<PrincipalKind, MemberKind> = { person: 'user', account: 'user', group: 'group', service: 'service' };

interface Spot extends Terms {
  readonly wish: string;
  readonly pointer: string;
  readonly cloud: CloudName;
  readonly target: string;
  readonly place?: Place;
  readonly role: string;
  readonly condition?: string;
  readonly catalogueRole?: CatalogueRole;
}

export type Expand = (grant: Grant, control: Control) => Expansion;

/** `expand` that remembers: a run asks for the same grant and control files several times. */
export function expander(clouds: Clouds): Expand {
  const known = new WeakMap<Grant, WeakMap<Control, Expansion>>();
  return (grant, control) => {
    const byControl = known.get(grant) ?? new WeakMap<Control, Expansion>();
    known.set(grant, byControl);
    const expansion = byControl.get(control) ?? expand(grant, control, clouds);
    byControl.set(control, expansion);
    return expansion;
  };
}

/** A grant's wishes as bindings, by the names of one state of the control files. A name that is not there falls away. */
export function expand(grant: Grant, control: Control, clouds: Clouds): Expansion {
  const team = control.teams.get(grant.team);
  const notes = new Set<string>();
  if (team === undefined) return { units: [], notes: [`the team ${grant.team} is not there`] };
  const spots = grant.access.flatMap((entry, at) =>
    entry.kind === 'catalogue'
      ? catalogueSpots(entry, `/access/${at}`, team, control, notes)
      : cloudSpots(entry, `/access/${at}`, team, clouds, notes),
  );
  const units = grant.principals.flatMap((name) => spots.flatMap((spot) => unitAt(spot, name, control, clouds, notes) ?? []));
  return { units, notes: [...notes] };
}

function catalogueSpots(entry: CatalogueEntry, pointer: string, team: Team, control: Control, notes: Set<string>): readonly Spot[] {
  const role = control.roles.get(entry.role);
  if (role === undefined) {
    notes.add(`the role ${entry.role} is not in the catalogue`);
    return [];
  }
  return entry.places.flatMap((name) => {
    const place = team.places.get(name);
    if (place === undefined) {
      notes.add(`the place ${name} is none of ${team.name}'s`);
      return [];
    }
    return role.access.flatMap((access) => placedSpot(entry, access, role, place, pointer, notes) ?? []);
  });
}

function placedSpot(
  entry: CatalogueEntry,
  access: CatalogueAccess,
  role: CatalogueRole,
  place: Place,
  pointer: string,
  notes: Set<string>,
): Spot | undefined {
  const base = place.scopes.get(access.cloud);
  if (base === undefined) {
    notes.add(`${role.name}: ${access.role} falls away, since ${place.name} has no ${access.cloud} scope`);
    return undefined;
  }
  const target = belowScope(base, access.target.slice('$place'.length));
  const { cloud, condition } = access;
  const own = condition === undefined ? {} : { condition };
  const terms = { ...own, ...written(entry.enforce ?? role.enforce, entry.takeover) };
  return { wish: catalogueWish(entry.role, place.name), pointer, cloud, target, place, role: access.role, catalogueRole: role, ...terms };
}

function cloudSpots(entry: CloudEntry, pointer: string, team: Team, clouds: Clouds, notes: Set<string>): readonly Spot[] {
  const { cloud, role, condition, enforce, takeover } = entry;
  const own = { ...(condition === undefined ? {} : { condition }), ...written(enforce, takeover) };
  const wishes = entryWishes(entry);
  if (clouds.get(cloud)?.isRawScope(entry.target) === true)
    return wishes.map((wish) => ({ wish, pointer, cloud, target: entry.target, role, ...own }));
  const slash = entry.target.indexOf('/');
  const name = slash < 0 ? entry.target : entry.target.slice(0, slash);
  const place = team.places.get(name);
  const base = place?.scopes.get(cloud);
  if (place === undefined || base === undefined) {
    notes.add(place === undefined ? `the place ${name} is none of ${team.name}'s` : `${place.name} has no ${cloud} scope`);
    return [];
  }
  const target = belowScope(base, entry.target.slice(name.length));
  return wishes.map((wish) => ({ wish, pointer, cloud, target, place, role, ...own }));
}

function written(enforce: Terms['enforce'], takeover: Terms['takeover']): Terms {
  return { ...(enforce === undefined ? {} : { enforce }), ...(takeover === undefined ? {} : { takeover }) };
}

/** What a cloud can make nothing of falls away: an entry of a catalogue role may be about several clouds. */
function termsAt(
  { enforce, takeover }: { readonly [Key in keyof Terms]: Terms[Key] | undefined },
  { capabilities: { chosenEnder, besideTwin } }: CloudSyntax,
): Terms {
  return written(chosenEnder.can ? enforce : undefined, besideTwin.can ? undefined : takeover);
}

function unitAt(spot: Spot, name: string, control: Control, clouds: Clouds, notes: Set<string>): Unit | undefined {
  const syntax = clouds.get(spot.cloud);
  const scope = syntax?.scope(spot.target);
  if (syntax === undefined || scope?.ok !== true) {
    notes.add(`${spot.target}: ${scope?.ok === false ? scope.problem : `no such cloud as ${spot.cloud}`}`);
    return undefined;
  }
  const member = memberOf(control.directory.get(name), name, syntax, notes);
  if (member === undefined) return undefined;
  const { cloud, target: _target, wish, enforce, takeover, ...rest } = spot;
  const terms = termsAt({ enforce: enforce ?? control.policy.clouds.get(cloud)?.enforce, takeover }, syntax);
  return { ...rest, ...terms, wish: wishKey(name, wish), principal: name, scope: scope.value, member };
}

function memberOf(principal: Principal | undefined, name: string, syntax: CloudSyntax, notes: Set<string>): Member | undefined {
  const identity = principal?.identities.get(syntax.name);
  if (principal === undefined || identity === undefined) {
    notes.add(principal === undefined ? `${name} is not in policy/people` : `${name} has no identity in ${syntax.name}`);
    return undefined;
  }
  const parsed = syntax.member(identity, KINDS[principal.kind]);
  if (parsed.ok) return parsed.value;
  notes.add(`${identity} of ${name}: ${parsed.problem}`);
  return undefined;
}
