import { GROUPS, PEOPLE, SERVICES } from '../../src/sim/azure/example-directory.ts';
import type { AzureState, RoleAssignment } from '../../src/sim/azure/state.ts';
import type { GcpBinding, GcpState } from '../../src/sim/gcp/state.ts';
import type { TestWorld } from './world.ts';

type Clouds = Pick<TestWorld, 'gcpState' | 'azureState'>;

/** What carries our mark in the clouds' own books: `gcp payments-test roles/logging.viewer ada 2026-11-23-ada`, in order. */
export async function ours(world: Clouds): Promise<readonly string[]> {
  const gcp = await world.gcpState.update(gcpOurs);
  const azure = await world.azureState.update(azureOurs);
  return [...gcp, ...azure].sort();
}

/** All that is not ours, as the clouds keep it, to be compared byte for byte. */
export async function foreign(world: Clouds): Promise<string> {
  const policies = await world.gcpState.update((state) =>
    Object.entries(state.policies).map(([name, policy]) => [
      name,
      { ...policy, etag: null, bindings: policy.bindings.filter((one) => !isOurs(one)) },
    ]),
  );
  const azure = await world.azureState.update(({ roleAssignments, schedules }) => ({
    schedules,
    assignments: roleAssignments.filter((one) => grantIn(one) === undefined),
  }));
  return JSON.stringify({ policies, azure });
}

const TITLE = 'gk:acme-access:';

function isOurs({ condition }: GcpBinding): boolean {
  return condition?.title?.startsWith(TITLE) === true;
}

function gcpOurs(state: GcpState): readonly string[] {
  return Object.entries(state.policies).flatMap(([name, { bindings }]) =>
    bindings.filter(isOurs).flatMap(({ role, members, condition }) => {
      const grant = condition?.title?.slice(TITLE.length) ?? '';
      return members.map((member) => ['gcp', lastOf(name), role, member.replace(/^\w+:|@.*$/g, ''), grant].join(' '));
    }),
  );
}

const NAMES = new Map(Object.entries({ ...PEOPLE, ...GROUPS, ...SERVICES }).map(([name, id]) => [id as string, name]));

function azureOurs(state: AzureState): readonly string[] {
  return state.roleAssignments.flatMap((one) => {
    const grant = grantIn(one);
    const role = state.roleDefinitions.find((other) => other.id === one.roleDefinition)?.roleName ?? one.roleDefinition;
    return grant === undefined ? [] : [['azure', lastOf(one.scope), role, NAMES.get(one.principalId) ?? one.principalId, grant].join(' ')];
  });
}

function grantIn({ description }: RoleAssignment): string | undefined {
  return /^grantkeeper\/1 stamp=acme-access grant=(\S+)/.exec(description ?? '')?.[1];
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
