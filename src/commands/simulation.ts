import type { Instant } from '../domain/instant.ts';
import type { LocalForge } from '../forge/local/forge.ts';

/** The simulated world behind `--simulate`: a folder that several commands share. */
export interface Simulation {
  readonly dir: string;
  readonly forge: LocalForge;
  readonly now: () => Instant;
  /** Moves the world's clock, never backwards. */
  readonly move: (to: Instant | { readonly plus: number }) => Promise<Instant>;
  /** Serves the clouds on loopback until the signal is given. */
  readonly serve: (ports: Readonly<Record<string, number>>, until: AbortSignal) => Promise<Readonly<Record<string, string>>>;
}
