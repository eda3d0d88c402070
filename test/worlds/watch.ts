import type { AzureState } from '../../src/sim/azure/state.ts';
import type { GcpPolicy, GcpState } from '../../src/sim/gcp/state.ts';
import type { Store } from '../../src/sim/service.ts';
import { type Seen, seenInAzure, seenInPolicy } from './eyes.ts';

/** What one call changed in a cloud: what is there of it before and after. */
export interface Write {
  readonly cloud: 'gcp' | 'azure';
  readonly before: readonly Seen[];
  readonly after: readonly Seen[];
  /** All of a policy but its bindings and its etag, before and after; must stay. */
  readonly around: readonly [string, string];
}

function aroundOf(policy: GcpPolicy | undefined): string {
  const { bindings: _bindings, etag: _etag, ...rest } = policy ?? { bindings: [], etag: '' };
  return JSON.stringify(rest);
}

/**
 * The store of a simulated cloud for one run, which tells every write that goes through it. What is there afterwards is looked at in the
 * very moment in which the service has answered: others may act before anybody who waits for the answer goes on.
 */
export function watchGcp(store: Store<GcpState>, told: (write: Write) => void): Store<GcpState> {
  return {
    update: (use) =>
      store.update((state) => {
        const before = { ...state.policies };
        return afterwards(use(state), () => {
          for (const [scope, after] of Object.entries(state.policies)) {
            const old = before[scope];
            if (old === after) continue;
            told({
              cloud: 'gcp',
              before: seenInPolicy(scope, old?.bindings ?? []),
              after: seenInPolicy(scope, after.bindings),
              around: [aroundOf(old), aroundOf(after)],
            });
          }
        });
      }),
  };
}

export function watchAzure(store: Store<AzureState>, told: (write: Write) => void): Store<AzureState> {
  return {
    update: (use) =>
      store.update((state) => {
        const before = state.roleAssignments;
        return afterwards(use(state), () => {
          if (state.roleAssignments !== before)
            told({
              cloud: 'azure',
              before: seenInAzure({ roleAssignments: before }),
              after: seenInAzure(state),
              around: [JSON.stringify(state.schedules), JSON.stringify(state.schedules)],
            });
        });
      }),
  };
}

function afterwards<T>(answer: T | Promise<T>, look: () => void): T | Promise<T> {
  if (answer instanceof Promise)
    return answer.then((value: T) => {
      look();
      return value;
    });
  look();
  return answer;
}
