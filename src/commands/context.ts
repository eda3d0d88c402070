import type { CloudName } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/policy.ts';
import type { Forge } from '../forge/forge.ts';
import type { Checkout, Repository } from '../git/repository.ts';
import type { GitSource } from '../git/source.ts';
import type { Access, Cloud } from '../providers/provider.ts';
import type { Simulation } from './simulation.ts';

/** A simulated world, and runs in it. */
export interface World {
  readonly simulation: Simulation;
  context(): Context;
  /** Straight to the simulated clouds, as a person at a console. */
  readonly fetch: typeof fetch;
  readonly token: string;
}

/** What a command is given of the world: made once, by `compose.ts`. */
export interface Context {
  /** The run's instant: every decision uses this one. */
  readonly now: Instant;
  /** For stamps, waits and deadlines, never for decisions. */
  readonly clock: () => Instant;
  /** The name of this run in the ledger, such as `1234567890/1`. */
  readonly run: string;
  readonly repository: () => Promise<Repository>;
  /** The same, with the commit that was checked out when this run first asked. */
  readonly checkout: () => Promise<Checkout>;
  /** What is read of Git in place of the repository's own history, where that is kept elsewhere. */
  readonly source?: GitSource;
  /** Undefined, with the reason, when there is no forge to ask. */
  readonly forge: () => Promise<Forge | string>;
  readonly clouds: Readonly<Record<CloudName, Cloud>>;
  /** From how many scopes on a run plans while answers come; the usual where absent. */
  readonly earlyFrom?: number;
  /** Called as soon as it is seen that a run is going to keep much until its end: many files, or many scopes. */
  readonly holdMuch?: () => void;
  readonly access: (cloud: CloudName, policy: Policy, reason: string) => Access;
  /** Set when everything runs over simulated clouds and a local forge. */
  readonly simulation?: Simulation;
  readonly hash: (text: string) => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Resolves when a run has waited long enough for a scope that does not answer. */
  readonly patience: () => Promise<void>;
  readonly stopping: () => boolean;
  readonly say: (line: string) => void;
  /** Data that cannot wait for the end of the command, for stdout; nothing where one JSON object is wanted. */
  readonly print: (line: string) => void;
  /** A pause for a reader at a terminal, in milliseconds; Enter cuts it short, and elsewhere there is none. */
  readonly pause: (ms: number) => Promise<void>;
  /** Opens, or makes, a simulated world for a repository; each call of `context` is a run of its own in it. */
  readonly openWorld: (repoDir: string, worldDir: string, behind: number) => Promise<World>;
  /** How a shell starts this very program: the runtime and its entry. */
  readonly program: { readonly runtime: string; readonly entry: string };
  /** Where the worked example lies that comes with the program. */
  readonly exampleDir: string;
  /** Where long work stands, such as `12 of 40 scopes`; one line that is written over on a terminal. */
  readonly progress: (text: string) => void;
  /** Asks a person; undefined when nobody can be asked. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** How many characters wide the terminal is; absent where stdout is none. */
  readonly width?: number;
  readonly json: boolean;
  readonly verbose: boolean;
}
