import type { CloudName } from '../domain/access.ts';
import { type Directory, humansBehind, sameHuman } from '../domain/directory.ts';
import { matchesGlob } from '../domain/glob.ts';
import type { Where } from '../domain/policy.ts';

/** What is known of one access that a rule may be about. What is absent could be anything. */
export interface Spot {
  readonly folder: string;
  readonly env?: string;
  readonly cloud?: CloudName;
  /** The catalogue role, and the cloud's roles as `gcp:roles/browser`; absent where not all of them are known. */
  readonly roles?: readonly string[];
  readonly principal: string;
}

/**
 * Whether a demand reaches an access. What is not known fits, and a person is reached by every account and as a member of every
 * group, since a demand that is missed is worse than one too many.
 */
export function isReached(where: Where, spot: Spot, directory: Directory): boolean {
  return has(where, spot) && (where.principals.length === 0 || sharesHuman(where.principals, spot.principal, directory));
}

/** Whether a rule is loosened for an access: for a principal by its own name or that of its person, and never for a group by a member. */
export function isLoosened(where: Where, spot: Spot, directory: Directory): boolean {
  const names = new Set([spot.principal, directory.get(spot.principal)?.person]);
  return has(where, spot) && (where.principals.length === 0 || where.principals.some((name) => names.has(name)));
}

function has(where: Where, { folder, env, cloud, roles }: Spot): boolean {
  return (
    fits(where.folders, folder) &&
    fits(where.environments, env) &&
    fits(where.clouds, cloud) &&
    (where.roles.length === 0 || roles === undefined || where.roles.some((role) => roles.some((one) => isRole(role, one))))
  );
}

function fits(wanted: readonly string[], found: string | undefined): boolean {
  return wanted.length === 0 || found === undefined || wanted.includes(found);
}

function isRole(wanted: string, role: string): boolean {
  return wanted.includes(':') ? matchesGlob(wanted.toLowerCase(), role.toLowerCase()) : wanted === role;
}

/** Whether one of the names stands for somebody who stands behind the principal too. */
function sharesHuman(names: readonly string[], principal: string, directory: Directory): boolean {
  const own = humansBehind(directory, principal);
  return names.some(
    (name) =>
      name === principal ||
      humansBehind(directory, name).some((human) => own.includes(human) || sameHuman(directory, human).includes(principal)),
  );
}
