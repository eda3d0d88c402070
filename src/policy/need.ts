import type { Directory } from '../domain/directory.ts';
import { compare } from '../domain/finding.ts';
import type { AccessEntry, Grant } from '../domain/grant.ts';
import type { Control, MoreApproval } from '../domain/policy.ts';
import { isReached, type Spot } from './where.ts';

/** Whose approval a grant needs. All names are people's. */
export interface Need {
  /** How many of `from` must approve. */
  readonly count: number;
  /** The team's approvers. */
  readonly from: readonly string[];
  /** People who must approve besides, all of them: named by the roles that are asked for, or by policy. */
  readonly besides: readonly string[];
}

/** What one grant needs. `privileged` is what is known of its roles' permissions; the catalogue's own mark is added here. */
export function approvalNeed(grant: Grant, control: Control, privileged: boolean): Need {
  const { approval } = control.policy;
  const roles = grant.access.flatMap((entry) => catalogueRole(entry, control) ?? []);
  const strong = privileged || roles.some((role) => role.privileged);
  const more = moreFor(grant, control, privileged);
  const count = Math.max(1, approval.minimum, strong ? approval.privileged : 0, ...more.map(({ minimum = 0 }) => minimum));
  const from = people(control.directory, control.teams.get(grant.team)?.approvers ?? []);
  const besides = [...roles, ...more].flatMap(({ approvers }) => approvers);
  return { count, from, besides: people(control.directory, besides) };
}

function catalogueRole(entry: AccessEntry, { roles }: Control) {
  return entry.kind === 'catalogue' ? roles.get(entry.role) : undefined;
}

/** The further demands that some of the access falls under. */
function moreFor(grant: Grant, control: Control, privileged: boolean): readonly MoreApproval[] {
  const { more = [] } = control.policy.approval;
  if (more.length === 0) return [];
  const spots = grant.access.flatMap((entry) => {
    const strong = privileged || catalogueRole(entry, control)?.privileged === true;
    return grant.principals.flatMap((principal) => spotsOf(entry, grant, principal, control).map((spot) => ({ spot, strong })));
  });
  return more.filter((one) =>
    spots.some(({ spot, strong }) => (strong || !one.privileged) && isReached(one.where, spot, control.directory)),
  );
}

/** An entry at each of its places. A scope that is no place of the team could lie in any environment. */
function spotsOf(entry: AccessEntry, { team }: Grant, principal: string, control: Control): readonly Spot[] {
  const places = control.teams.get(team)?.places;
  const at = (name: string) => {
    const env = places?.get(name)?.env;
    return { folder: team, principal, ...(env === undefined ? {} : { env }) };
  };
  if (entry.kind === 'cloud') {
    const { cloud, role, target } = entry;
    return [{ ...at(target.split('/', 1)[0] as string), cloud, roles: [`${cloud}:${role}`] }];
  }
  const access = control.roles.get(entry.role)?.access ?? [];
  const roles = [entry.role, ...access.map(({ cloud, role }) => `${cloud}:${role}`)];
  return entry.places.flatMap((name) => {
    const clouds = new Set(access.map(({ cloud }) => cloud));
    return clouds.size === 0 ? [{ ...at(name), roles }] : [...clouds].map((cloud) => ({ ...at(name), roles, cloud }));
  });
}

/** Each name as the person it stands for, once, sorted. */
export function people(directory: Directory, names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => directory.get(name)?.person ?? name))].sort(compare);
}
