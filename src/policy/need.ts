import type { Directory } from '../domain/directory.ts';
import { compare } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';

/** Whose approval a grant needs. All names are people's. */
export interface Need {
  /** How many of `from` must approve. */
  readonly count: number;
  /** The team's approvers. */
  readonly from: readonly string[];
  /** People who must approve besides, all of them: named by the roles that are asked for. */
  readonly besides: readonly string[];
}

/** What one grant needs. `privileged` is what is known of its roles' permissions; the catalogue's own mark is added here. */
export function approvalNeed(grant: Grant, control: Control, privileged: boolean): Need {
  const { approval } = control.policy;
  const roles = grant.access.flatMap((entry) => (entry.kind === 'catalogue' ? (control.roles.get(entry.role) ?? []) : []));
  const strong = privileged || roles.some((role) => role.privileged);
  const count = Math.max(1, approval.minimum, strong ? approval.privileged : 0);
  const from = people(control.directory, control.teams.get(grant.team)?.approvers ?? []);
  return {
    count,
    from,
    besides: people(
      control.directory,
      roles.flatMap((role) => role.approvers),
    ),
  };
}

/** Each name as the person it stands for, once, sorted. */
export function people(directory: Directory, names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => directory.get(name)?.person ?? name))].sort(compare);
}
