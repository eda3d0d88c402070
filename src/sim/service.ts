import type { Instant } from '../domain/instant.ts';

/** The one clock of a simulated world. */
export interface SimClock {
  now(): Instant;
}

/** Where a simulated service keeps what it knows. `update` runs alone: one reader and writer at a time, over all processes. */
export interface Store<State> {
  update<T>(use: (state: State) => T | Promise<T>): Promise<T>;
}

/** One call that a service was sent, for tests that count. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What was answered; undefined when the connection was cut. */
  status?: number;
}

/** What goes wrong with a call, scripted by a test. */
export interface Fault {
  /** Which calls: method and a pattern over path and query. */
  readonly method?: string;
  readonly path: RegExp;
  /** How many matching calls to let pass first; 0 when absent. */
  readonly after?: number;
  /** How many to spoil; 1 when absent. */
  readonly times?: number;
  readonly effect:
    /** Answered without touching the state. */
    | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
    /** The connection is cut before the service acts. */
    | { readonly kind: 'cut-before' }
    /** The service acts, then the connection is cut. */
    | { readonly kind: 'cut-after' }
    /** The service acts, and only this many characters of the body arrive. */
    | { readonly kind: 'truncate'; readonly length: number }
    /** The service acts, and its answer arrives this many milliseconds of real time later. */
    | { readonly kind: 'slow'; readonly ms: number }
    /** Somebody else does this first; the service's own state is handed over. */
    | { readonly kind: 'meanwhile'; readonly act: (state: never) => void };
}

/** A simulated service: a plain fetch function for a few hosts. Each answer carries a Date header from its clock. */
export interface SimService {
  readonly name: string;
  /** The real service's host names, such as `cloudresourcemanager.googleapis.com`. */
  readonly hosts: readonly string[];
  readonly fetch: typeof fetch;
  /** Every call since the start, in order. */
  readonly calls: readonly Call[];
  /** Faults not yet used up; push to it. */
  readonly faults: Fault[];
}
