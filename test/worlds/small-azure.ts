import { wholeSecond, type Instant } from '../../src/domain/instant.ts';
import type { RoleFacts } from '../../src/domain/role-facts.ts';
import { assignmentNames } from '../../src/providers/azure/names.ts';
import { azureReader } from '../../src/providers/azure/reader.ts';
import { azureWriter } from '../../src/providers/azure/writer.ts';
import type { Access } from '../../src/providers/provider.ts';
import { drop, keep } from '../../src/sim/azure/assignments.ts';
import { simulateAzure } from '../../src/sim/azure/azure.ts';
import { madeByHand } from '../../src/sim/azure/by-hand.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import { simulatedNetwork } from '../../src/sim/network.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { aBinding, aControl, aGrant, aLife, lives } from '../reconcile/builders.ts';
import { seenInAzure } from './eyes.ts';
import type { Told } from './observer.ts';
import { AZURE_ROLES, azureBooks, BEGIN, GROUP, instantText, PEOPLE, STAMP } from './organisation.ts';
import type { Ground } from './small.ts';
import { NOW, smallAccess, smallDeeds } from './small-world.ts';
import { type Truth, truth } from './truth.ts';
import { watchAzure } from './watch.ts';

/** One resource group whose end we keep ourselves, three bindings that a run of ours has something to do about, and somebody else. */

const EARLY = BEGIN + 1_800_000;
const NOON = Date.UTC(2026, 10, 23, 12);
const EVENING = Date.UTC(2026, 10, 23, 17);

type RoleName = 'Reader' | 'Monitoring Reader';

const access = (role: RoleName) => [{ kind: 'cloud', cloud: 'azure', target: 'payments-prod', role } as const];
const TIMELINES = lives(
  aLife('over', { grant: aGrant('over', { principals: ['bo'], access: access('Reader'), expires: '09:30' }) }),
  aLife('asked', { grant: aGrant('asked', { principals: ['ada'], access: access('Reader') }) }),
  aLife(
    'renewed',
    { grant: aGrant('renewed', { principals: ['bo'], access: access('Monitoring Reader'), expires: '12:00' }) },
    { at: '09:30', grant: aGrant('renewed', { principals: ['bo'], access: access('Monitoring Reader') }) },
  ),
);

/** The same as the observer knows it. */
function smallTruth(): Truth {
  const known = truth('azure');
  const ask = (principal: string, role: RoleName, expires: number) => ({
    principals: [principal],
    access: [{ kind: 'azure', place: 'main', role } as const],
    expires,
  });
  known.land('over', ask('bo', 'Reader', EARLY), BEGIN, true);
  known.land('asked', ask('ada', 'Reader', EVENING), BEGIN, true);
  known.land('renewed', ask('bo', 'Monitoring Reader', NOON), BEGIN, true);
  known.step();
  known.land('renewed', ask('bo', 'Monitoring Reader', EVENING), EARLY, true);
  return known;
}

const triple = (role: RoleName, principal: string) => ({
  scope: GROUP,
  role: AZURE_ROLES[role],
  principalId: PEOPLE[principal]?.azure ?? '',
  principalType: 'User',
});

function nameOf(role: RoleName, principal: string): string {
  const binding = aBinding({ cloud: 'azure', member: PEOPLE[principal]?.azure ?? '' });
  const [name = ''] = assignmentNames(STAMP, { ...binding, role: { id: AZURE_ROLES[role], name: role } });
  return name;
}

function ours(id: string, role: RoleName, principal: string, end: number) {
  const description = `grantkeeper/1 stamp=${STAMP} grant=${id} until=${instantText(end)} sha=0123456789ab`;
  return madeByHand(triple(role, principal), BEGIN as Instant, { name: nameOf(role, principal), description });
}

/** One binding of ours is over, one is to be renewed, one is missing. */
function books(): AzureState {
  const state = azureBooks(1000);
  return {
    ...state,
    roleAssignments: [...state.roleAssignments, ours('over', 'Reader', 'bo', EARLY), ours('renewed', 'Monitoring Reader', 'bo', NOON)],
  };
}

/** Somebody gives by hand what is asked for, and somebody takes away what is to be renewed. */
const HANDS: readonly ((state: AzureState) => void)[] = [
  (state) => {
    const taken = state.roleAssignments.some(
      ({ roleDefinition, principalId }) => roleDefinition === AZURE_ROLES.Reader && principalId === PEOPLE['ada']?.azure,
    );
    if (!taken) keep(state, madeByHand(triple('Reader', 'ada'), NOW), NOW);
  },
  (state) => drop(state, nameOf('Monitoring Reader', 'bo'), NOW),
];

const CONTROL = aControl({
  policy: {
    clouds: new Map([['azure', { reads: [], manages: ['/'], enforce: 'run' }]]),
  },
});

function factsOf(_: unknown, name: string): RoleFacts {
  return { ok: true, role: { id: AZURE_ROLES[name as RoleName], name }, privileged: false, reasons: [] };
}

async function run(fetch: Access['fetch']): Promise<Told> {
  const world = smallAccess(fetch);
  const [reader, writer] = [await azureReader(world), await azureWriter(world)];
  const words = { timelines: TIMELINES, sourceWords: { control: CONTROL, role: factsOf } };
  return smallDeeds(reader, writer, await reader.read(aBinding({ cloud: 'azure' }).scope), words);
}

/** What nobody here ever changes: the schedules of PIM, roles, the tree above, locks and denials. */
const STILL = /\/subscriptions\?|\/roleAssignmentSchedule|\/roleDefinitions|\/getEntities|\/locks\?|\/denyAssignments|\/managementGroups/;

/** PIM lists plain assignments beside its own, and without an end; a reading takes nothing from those, which a test beside this shows. */
function rowsThatEnd(text: string): unknown {
  const { value, ...rest } = JSON.parse(text) as {
    readonly value?: readonly { readonly properties: { readonly endDateTime?: string | null } }[];
  };
  return [rest, value?.filter(({ properties }) => properties.endDateTime !== null)];
}

export const AZURE: Ground<AzureState> = {
  truth: smallTruth(),
  now: NOW,
  books,
  text: ({ roleAssignments }, more) => JSON.stringify([roleAssignments, ...more]),
  live: (state) => seenInAzure(state),
  hands: HANDS,
  network: (state, told) =>
    simulatedNetwork([simulateAzure({ store: watchAzure(memoryStore(state), told), clock: { now: () => wholeSecond(NOW) } })]),
  run,
  isWrite: (_url, method) => method === 'PUT' || method === 'DELETE',
  commutes: (url, method) => method !== 'PUT' && method !== 'DELETE' && STILL.test(url),
  taken: (text) => JSON.stringify(rowsThatEnd(text)),
};
