import type { Binding, CloudName } from './access.ts';
import type { Instant } from './instant.ts';
import type { LiveBinding } from './live-binding.ts';
import type { Enforce, Takeover } from './terms.ts';

/** What should stand in a cloud: one binding with one end. */
export interface DesiredBinding {
  readonly binding: Binding;
  readonly until: Instant;
  /** Only while it lies ahead, and only where the cloud can hold it. */
  readonly starts?: Instant;
  /** The grant that the mark names. */
  readonly grant: string;
  /** Every live grant that asks for it, the named one among them. */
  readonly because: readonly string[];
  /** A name of policy/people. */
  readonly principal: string;
  readonly privileged: boolean;
  /** Who is to end it, where the cloud leaves the choice; absent: our run. */
  readonly enforce?: Enforce;
  /** What is to become of a binding made by hand that stands in its place. */
  readonly takeover?: Takeover;
  /** Evidence for the cloud's own record; never compared. */
  readonly file: string;
  readonly commit: string;
}

/** Why access is taken. Lapsed, recalled and left are never held back; withdrawn stands under the guard. */
export type Removal = 'lapsed' | 'recalled' | 'left' | 'withdrawn';

export type Change =
  | (Common & { readonly verb: 'revoke'; readonly because: Removal; readonly live: LiveBinding })
  | (Common & Alteration & { readonly verb: 'shorten'; readonly because: 'withdrawn' })
  | (Common & Alteration & { readonly verb: 'restore'; readonly because: 'tampered' })
  | (Common & Alteration & { readonly verb: 'extend'; readonly because: 'renewed' })
  | (Common & Alteration & { readonly verb: 'retitle'; readonly because: 'renamed' })
  | (Common & {
      readonly verb: 'grant';
      readonly because: 'asked';
      readonly desired: DesiredBinding;
      /** Made by hand, and to be adopted or replaced as `desired.takeover` says. */
      readonly over?: LiveBinding;
    });

interface Common {
  /** sha256 over cloud, scope, role, member, own condition and the new end or none; what overrides list. */
  readonly digest: string;
  /** The grant that the change is about. */
  readonly grant: string;
  /** A name of policy/people, or the cloud's spelling where no name fits. */
  readonly principal: string;
}

interface Alteration {
  readonly live: LiveBinding;
  readonly desired: DesiredBinding;
}

/** Changes that take access away or put it right; they go first, over all scopes. */
export function takes(change: Change): boolean {
  return change.verb === 'revoke' || change.verb === 'shorten' || change.verb === 'restore';
}

export function bindingOf(change: Change): Binding {
  return change.verb === 'revoke' ? change.live.binding : change.desired.binding;
}

export function cloudOf(change: Change): CloudName {
  return bindingOf(change).scope.cloud;
}

/** The end that the binding has once the change is made; undefined when it is gone. */
export function newEnd(change: Change): Instant | undefined {
  return change.verb === 'revoke' ? undefined : change.desired.until;
}
