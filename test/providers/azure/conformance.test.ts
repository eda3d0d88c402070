import { keepsEnd, type LiveBinding } from '../../../src/domain/live-binding.ts';
import { azure } from '../../../src/providers/azure/cloud.ts';
import { readMark } from '../../../src/providers/azure/mark.ts';
import type { Cloud } from '../../../src/providers/provider.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import type { AzureState, Schedule } from '../../../src/sim/azure/state.ts';
import type { Fault } from '../../../src/sim/service.ts';
import { conformance, type Trouble, type Wish, type World } from '../conformance.ts';
import { member, READER, scope, wish } from './samples.ts';
import { type AzureWorld, azureWorld, byHand } from './world.ts';

const ROLES = { reader: READER, writer: { id: 'b24988ac-6180-42a0-ab88-20f7382dd24c', name: 'Contributor' } };
/** Azure takes any id for a user, but looks groups up. */
const WHO = { ada: member(PEOPLE.ada), bo: member(PEOPLE.bo), nobody: member('dddd0000-0000-4000-8000-000000000001', 'group') };

conformance('Azure with PIM', async () => {
  const world = azureWorld();
  const { state } = world;
  const isOurs = (one: Schedule) => state.scheduleRequests?.some(({ name }) => name === one.request) === true;
  return {
    cloud: withPim(world),
    access: world.access,
    scope: scope(),
    otherScope: scope(SCOPES.searchGroup),
    isMarkless: true,
    condition: "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'settlements'",
    waits: world.waits,
    wish: async (asked) => ({ ...desired(asked), enforce: 'pim' as const }),
    plantTwin: async (twin) => void state.roleAssignments.push(byHand(twin)),
    foreign: async () => JSON.stringify([state.roleAssignments, state.schedules.filter((one) => !isOurs(one))]),
    // A request is tried without effect under the name that it is sent under.
    writes: () => new Set([...world.sent('PUT'), ...world.sent('POST')].flatMap((url) => REQUESTED.exec(url)?.[1] ?? [])).size,
    trouble: (trouble) => stir(world, trouble, { write: [REQUEST], rights: ['roleAssignmentScheduleRequests'] }),
  } satisfies World;
});

/** What history says of an assignment in PIM, here the request says that made it. Five minutes pass before anything is taken. */
function withPim({ state }: AzureWorld): Cloud {
  const marked = (one: LiveBinding): LiveBinding => {
    const schedule = state.schedules.find(({ assignment }) => one.handle.endsWith(assignment));
    const request = state.scheduleRequests?.find(({ name }) => name === schedule?.request);
    const mark = readMark(request?.justification);
    return mark?.until !== undefined && keepsEnd(one, mark.until) ? { ...one, mark } : one;
  };
  return {
    ...azure,
    reader: async (access) => {
      const reader = await azure.reader(access);
      return {
        ...reader,
        read: async (at) => {
          const reading = await reader.read(at);
          return reading.ok ? { ...reading, live: reading.live.map(marked) } : reading;
        },
      };
    },
    writer: async (access) => {
      const writer = await azure.writer(access);
      return {
        apply: async (reading, changes, again) => {
          if (changes.some(({ verb }) => verb === 'revoke')) await access.sleep(300_000);
          return writer.apply(reading, changes, (live) => again(live.map(marked)));
        },
      };
    },
  };
}

conformance('Azure', async () => {
  const world = azureWorld();
  return {
    cloud: azure,
    access: world.access,
    scope: scope(),
    otherScope: scope(SCOPES.searchGroup),
    condition: "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'settlements'",
    waits: world.waits,
    wish: async (asked) => desired(asked),
    plantTwin: async (twin) => void world.state.roleAssignments.push(byHand(twin)),
    foreign: async () => JSON.stringify(world.state.roleAssignments.filter((one) => !one.description?.includes('stamp=acme-access'))),
    writes: () => world.sent('PUT').length + world.sent('DELETE').length,
    trouble: (trouble) => stir(world, trouble),
  } satisfies World;
});

function desired({ who, role, grant, until, condition, scope: at }: Wish) {
  const own = condition === undefined ? {} : { condition };
  return wish({ scope: at ?? scope(), role: ROLES[role], member: WHO[who], ...own }, grant, until);
}

const REQUESTED = /roleAssignmentScheduleRequests\/([^/?]+)/;
const READ = { method: 'GET', path: /roleAssignments/ };
const WRITE = { method: 'PUT', path: /roleAssignments/ };
const TAKE = { method: 'DELETE', path: /roleAssignments/ };
const REQUEST = { method: 'PUT', path: /roleAssignmentScheduleRequests/ };

/** Which calls change access, and what the right to them is for. */
interface Ways {
  readonly write: readonly Omit<Fault, 'effect'>[];
  readonly rights: readonly string[];
}

const PLAIN: Ways = { write: [WRITE, TAKE], rights: ['roleAssignments'] };

function stir(world: AzureWorld, trouble: Trouble, ways: Ways = PLAIN): void {
  const times = 'times' in trouble && trouble.times !== undefined ? { times: trouble.times } : {};
  const both = (effect: Fault['effect']) => ways.write.forEach((on) => world.fault(effect, { ...on, ...times }));
  switch (trouble.kind) {
    case 'throttled': {
      const headers = trouble.retryAfter === undefined ? {} : { headers: { 'retry-after': String(trouble.retryAfter) } };
      return on(trouble.what, { kind: 'answer', status: 429, ...headers });
    }
    case 'unavailable':
      return on(trouble.what, { kind: 'answer', status: 503 });
    case 'forbidden':
      return forbid(world.state, trouble.what, trouble.what === 'read' ? PLAIN.rights : ways.rights);
    case 'cut-after-write':
      return both({ kind: 'cut-after' });
    case 'truncated-read':
      return on('read', { kind: 'truncate', length: 100 });
    case 'second-writer':
      return world.fault({ kind: 'meanwhile', act: somebodyElse }, { ...(ways.write[0] ?? WRITE), ...times });
  }

  function on(what: 'read' | 'write', effect: Fault['effect']): void {
    if (what === 'read') world.fault(effect, { ...READ, ...times });
    else both(effect);
  }
}

function forbid(state: AzureState, what: 'read' | 'write', rights: readonly string[]): void {
  const actions = what === 'read' ? ['read'] : ['write', 'delete'];
  state.callers = state.callers.map((caller) => ({
    ...caller,
    refused: actions.flatMap((action) =>
      rights.map((right) => ({ action: `Microsoft.Authorization/${right}/${action}`, scope: SCOPES.payments })),
    ),
  }));
}

let others = 0;

function somebodyElse(state: AzureState): void {
  others += 1;
  const id = `dddd0000-0000-4000-8000-${String(others).padStart(12, '0')}`;
  state.roleAssignments.push(byHand(wish({ member: member(id) })));
}
