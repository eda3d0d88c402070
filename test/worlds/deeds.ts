import type { FaultName } from './fault-kinds.ts';

/** Who landed something, and how: whether that is an approval follows from the rules and stands in `approved`. */
export type Way =
  | 'approved'
  | 'nobody'
  | 'self'
  | 'beneficiary'
  | 'outsider'
  | 'earlier-bytes'
  | 'bot'
  | 'withdrawn-approval'
  | 'after-the-merge'
  | 'objection'
  | 'straight';

export const WAYS: readonly [Way, ...Way[]] = [
  'approved',
  'nobody',
  'self',
  'beneficiary',
  'outsider',
  'earlier-bytes',
  'bot',
  'withdrawn-approval',
  'after-the-merge',
  'objection',
  'straight',
];

export type Entry =
  | { readonly kind: 'catalogue'; readonly role: 'debug'; readonly place: PlaceName }
  | { readonly kind: 'gcp'; readonly place: PlaceName; readonly role: string }
  | { readonly kind: 'azure'; readonly place: 'main'; readonly role: string };

export type PlaceName = 'main' | 'side';

/** What a grant file says. Ends and lengths are in milliseconds, ends since 1970. */
export interface Ask {
  readonly principals: readonly string[];
  readonly access: readonly Entry[];
  readonly expires: number;
  readonly duration?: number;
  readonly grace?: number;
}

/** What the control files say that worlds change. */
export interface ControlWish {
  /** Which of two roles on GCP and Azure `debug` stands for. */
  readonly debug: 'both' | 'narrow' | 'wide';
  readonly left: Readonly<Record<string, number>>;
  readonly gone: readonly string[];
}

/** What a person does at a console. `pick` chooses among what is there at that moment. */
export type Hand =
  | 'foreign'
  | 'foreign-away'
  | 'twin'
  | 'other-stamp'
  | 'forged'
  | 'end-later'
  | 'end-earlier'
  | 'condition-off'
  | 'member-added'
  | 'ours-away'
  | 'expression-odd'
  | 'copied-mark';

export const HANDS: readonly [Hand, ...Hand[]] = [
  'foreign',
  'foreign-away',
  'twin',
  'other-stamp',
  'forged',
  'end-later',
  'end-earlier',
  'condition-off',
  'member-added',
  'ours-away',
  'expression-odd',
  'copied-mark',
];

/** Which commit is checked out. */
export type Checkout = 'tip' | 'old' | 'shallow' | 'empty' | 'holes';
/** What is wrong with the forge. */
export type ForgeTrouble = 'none' | 'no-tip' | 'no-reviews' | 'no-blobs' | 'no-branches' | 'gone' | 'some-reviews' | 'no-ledger';

/** One thing that goes wrong with a network call of a run. */
export interface Spoil {
  readonly kind: FaultName;
  /** Counts calls of this kind from 0. */
  readonly on: 'call' | 'write';
  readonly at: number;
  /** How many calls from there on; 1 when absent. */
  readonly times?: number;
}

export interface RunDeed {
  readonly do: 'run';
  readonly checkout: Checkout;
  readonly forge: ForgeTrouble;
  /** How far the run's own clock is ahead of the world's, in milliseconds. */
  readonly skew: number;
  readonly spoils: readonly Spoil[];
  /** A second run of ours, whole, before the call of this number. */
  readonly second?: number;
  readonly only?: 'plan' | 'revocations' | 'grants';
}

export type Deed =
  | { readonly do: 'land'; readonly id: string; readonly ask: Ask; readonly way: Way }
  | { readonly do: 'drop'; readonly id: string; readonly way: Way }
  | { readonly do: 'restore'; readonly id: string; readonly way: Way }
  | { readonly do: 'recall'; readonly who: string }
  | { readonly do: 'lift'; readonly who: string; readonly way: Way }
  /** Somebody writes into the ledger that the newest version of a grant was approved, and when it landed: so many milliseconds from now. */
  | { readonly do: 'forge'; readonly id: string; readonly landed: number }
  | { readonly do: 'control'; readonly wish: ControlWish; readonly way: Way }
  | { readonly do: 'hand'; readonly hand: Hand; readonly pick: number }
  | { readonly do: 'wait'; readonly ms: number }
  /** The clock goes to just before, to, or behind the next end of ours. */
  | { readonly do: 'to-end'; readonly plus: number }
  | RunDeed;

/** Everything that a seed decides before the world begins. */
export interface Script {
  readonly seed: number;
  readonly forge: 'github' | 'local';
  /** Which clouds the places of the team have a scope in. */
  readonly clouds: 'gcp' | 'azure' | 'both';
  readonly withdrawals: number;
  readonly newGrants: number;
  /** Items on a page of an Azure list. */
  readonly pageSize: number;
  readonly deeds: readonly Deed[];
  /** One call in five goes wrong, in run after run, until what stands is what was approved. */
  readonly storm?: true;
}
