import type { GcpBinding } from '../../src/sim/gcp/state.ts';
import type { TestWorld } from './world.ts';

type Clouds = Pick<TestWorld, 'gcpState' | 'azureState'>;

/** What somebody does at a console: our bindings of one Google policy, as JSON, edited in place. Its etag is new. */
export async function editedGcp(world: Clouds, resource: string, edit: (binding: string) => string): Promise<void> {
  await changedGcp(world, resource, (bindings) =>
    bindings.map((one) => (one.condition?.title?.startsWith('gk:acme-access:') === true ? parsed(edit(JSON.stringify(one))) : one)),
  );
}

/** The bindings of one Google policy, as somebody else leaves them. */
export async function changedGcp(
  world: Clouds,
  resource: string,
  change: (bindings: readonly GcpBinding[]) => readonly GcpBinding[],
): Promise<void> {
  await world.gcpState.update((state) => {
    const policy = state.policies[resource];
    if (policy === undefined) throw new Error(`the simulated Google Cloud has no policy of ${resource}`);
    state.notes.writes += 1;
    const etag = Buffer.from(`by hand ${state.notes.writes}`).toString('base64');
    state.policies[resource] = { ...policy, etag, bindings: change(policy.bindings) };
  });
}

function parsed(text: string): GcpBinding {
  return JSON.parse(text) as GcpBinding;
}

/** The descriptions of our Azure assignments, edited in place. */
export async function editedAzure(world: Clouds, edit: (description: string) => string): Promise<void> {
  await world.azureState.update((state) => {
    state.roleAssignments = state.roleAssignments.map((one) =>
      one.description?.startsWith('grantkeeper/1 stamp=acme-access ') === true ? { ...one, description: edit(one.description) } : one,
    );
  });
}
