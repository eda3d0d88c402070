import type { Instant } from '../../src/domain/instant.ts';
import { roleNamed } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { GROUPS, PEOPLE, SERVICES } from '../../src/sim/azure/example-directory.ts';
import { holds as azureHolds } from '../../src/sim/azure/holds.ts';
import { holds as gcpHolds } from '../../src/sim/gcp/access.ts';
import type { TestWorld } from './world.ts';

type Clouds = Pick<TestWorld, 'gcpState' | 'azureState' | 'clock'>;

const IDS: Readonly<Record<string, string>> = { ...PEOPLE, ...GROUPS, ...SERVICES };

/**
 * Whether the cloud itself lets somebody use a role, whatever marks and plans say: `ada`, or a member as Google spells it; the role
 * as files write it; a project, or one of the Azure example's `SCOPES`.
 */
export async function may(
  world: Clouds,
  who: string,
  role: string,
  where: keyof typeof SCOPES | `projects/${string}`,
  when?: Instant,
): Promise<boolean> {
  const moment = when ?? world.clock.now();
  if (isProject(where)) {
    const member = who.includes(':') ? who : `user:${who}@example.com`;
    return world.gcpState.update((state) => gcpHolds(state, { member, role, resource: where }, moment));
  }
  const principalId = IDS[who] ?? who;
  return world.azureState.update((state) =>
    azureHolds(state, { principalId, roleGuid: roleNamed(state, role), scope: SCOPES[where] }, moment),
  );
}

function isProject(where: string): where is `projects/${string}` {
  return where.startsWith('projects/');
}
