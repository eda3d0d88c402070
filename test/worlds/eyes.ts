import type { AzureState, RoleAssignment } from '../../src/sim/azure/state.ts';
import type { GcpBinding, GcpState } from '../../src/sim/gcp/state.ts';
import { STAMP } from './organisation.ts';

/** One access as the observer sees it in a cloud's own books, read with nothing of the engine's. */
export interface Seen {
  readonly cloud: 'gcp' | 'azure';
  /** Cloud, scope, role and member in one line. */
  readonly triple: string;
  readonly member: string;
  /** What marks it as written by us, whoever wrote it. */
  readonly id?: string;
  /** In milliseconds; absent where the end does not read as ours. */
  readonly until?: number;
  /** Everything about it, to tell it from any other. */
  readonly raw: string;
}

export function tripleOf(cloud: 'gcp' | 'azure', scope: string, role: string, member: string): string {
  return [cloud, scope.toLowerCase(), role, member.toLowerCase()].join(' ');
}

const TITLE = new RegExp(`^gk:${STAMP}:([a-z0-9][a-z0-9-]*)$`);
const END = /^request\.time < timestamp\("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z)"\)$/;
const NOTE = new RegExp(`^grantkeeper/1 stamp=${STAMP} grant=([a-z0-9-]+)(?: until=(\\S+) sha=[0-9a-z]*)?`);

const views = new WeakMap<GcpBinding, readonly Seen[]>();

/** All that a policy of Google Cloud gives at one resource. */
export function seenInPolicy(scope: string, bindings: readonly GcpBinding[]): readonly Seen[] {
  return bindings.flatMap((binding) => {
    const known = views.get(binding) ?? seenInBinding(scope, binding);
    views.set(binding, known);
    return known;
  });
}

function seenInBinding(scope: string, binding: GcpBinding): readonly Seen[] {
  const { members, ...rest } = binding;
  const id = TITLE.exec(rest.condition?.title ?? '')?.[1];
  const end = END.exec(rest.condition?.expression ?? '')?.[1];
  const common = { cloud: 'gcp', ...(id === undefined ? {} : { id }), ...(end === undefined ? {} : { until: Date.parse(end) }) } as const;
  const text = JSON.stringify(rest);
  return members.map((member) => ({
    ...common,
    member,
    triple: tripleOf('gcp', scope, rest.role, member),
    raw: `${member} ${text}`,
  }));
}

export function seenInGcp(state: Pick<GcpState, 'policies'>): readonly Seen[] {
  return Object.entries(state.policies).flatMap(([scope, policy]) => seenInPolicy(scope, policy.bindings));
}

const assignments = new WeakMap<RoleAssignment, Seen>();

export function seenInAzure(state: Pick<AzureState, 'roleAssignments'>): readonly Seen[] {
  return state.roleAssignments.map((one) => {
    const known = assignments.get(one) ?? seenInAssignment(one);
    assignments.set(one, known);
    return known;
  });
}

function seenInAssignment(one: RoleAssignment): Seen {
  const [, id, end] = NOTE.exec(one.description ?? '') ?? [];
  const until = end === undefined ? Number.NaN : Date.parse(end);
  return {
    cloud: 'azure',
    triple: tripleOf('azure', one.scope, one.roleDefinition, one.principalId),
    member: one.principalId,
    ...(id === undefined ? {} : { id }),
    ...(Number.isNaN(until) ? {} : { until }),
    raw: JSON.stringify(one),
  };
}
