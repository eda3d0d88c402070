/** Where the real service varies, or nobody knows how it behaves: what a test may turn. Times are in milliseconds. */
export interface Manner {
  /** Items on one page of a list. The API names no size; a recorded list gave about 230 items at once. */
  pageSize: number;
  /** Puts an empty page with a nextLink before the last page of each list. */
  emptyPage: boolean;
  /** How long a write stays unseen on each way of reading; ways that are absent show it at once, a subscription's list as other lists do. */
  lag: {
    get: number;
    list: number;
    byPrincipal: number;
    bySubscription?: number;
    schedules?: number;
    instances?: number;
    resourceGraph?: number;
  };
  /** How long after its creation a principal is unknown to role assignments. */
  directoryLag: number;
  /** Status of a PUT that changes what is there: 201 was recorded, 200 is allowed by the API description. */
  repeatStatus: 200 | 201;
  /** Whether a 409 names the assignment that is in the way; older regions leave it out. */
  namesTheExisting: boolean;
  /** How many further new assignments are refused with HashConflictOnDifferentRoleAssignmentIds. */
  hashConflicts: number;
  /** Names that are refused so for ever. */
  spentNames: string[];
  /** How a list spells role definition ids: as the recordings do, or as the API's examples do. */
  roleIds: 'queried' | 'tenant';
  limits: { perSubscription: number; perManagementGroup: number };
  /** By how much PIM moves the end of what it is asked for; absent: not at all. */
  pimShift?: number;
  /** How long a new assignment of PIM is in the making, and shown nowhere; absent: it is there with the answer. */
  pimDelay?: number;
  /** How PIM refuses what is there already: both were seen. 409 when absent. */
  pimExists?: 400 | 409;
  /** A tenant without the licence for PIM. */
  withoutPim?: boolean;
  /** How many subscriptions a query of Resource Graph sees; 10,000 when absent. */
  queriedSubscriptions?: number;
  /** Off when absent. */
  throttle?: { reads: Rate; writes: Rate; deletes: Rate };
}

/** A token bucket: so many calls at once, and so many more for each second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Azure resource manager: request limits and throttling (2024), per principal and subscription. */
export const PUBLISHED_RATES = {
  reads: { burst: 250, perSecond: 25 },
  writes: { burst: 200, perSecond: 10 },
  deletes: { burst: 200, perSecond: 10 },
} as const;

/** A good day: one page, no lag, no conflict, no throttling, the limits of the Azure RBAC limits page. */
export function plainManner(): Manner {
  return {
    pageSize: 1000,
    emptyPage: false,
    lag: { get: 0, list: 0, byPrincipal: 0 },
    directoryLag: 60_000,
    repeatStatus: 201,
    namesTheExisting: true,
    hashConflicts: 0,
    spentNames: [],
    roleIds: 'queried',
    limits: { perSubscription: 4000, perManagementGroup: 500 },
  };
}
