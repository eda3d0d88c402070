import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Simulation } from './commands/simulation.ts';
import { wholeSecond } from './domain/instant.ts';
import { initForge, repositoryPath, statePath } from './forge/local/desk.ts';
import { openLocalForge } from './forge/local/forge.ts';
import { EMPTY_FORGE } from './forge/local/state.ts';
import { headCommit, openRepository } from './git/repository.ts';
import { push } from './git/transfer.ts';
import { simulateAzure } from './sim/azure/azure.ts';
import { exampleAzure } from './sim/azure/example.ts';
import { tickingClock } from './sim/clock.ts';
import { exampleGcp } from './sim/gcp/example.ts';
import { simulateGcp } from './sim/gcp/gcp.ts';
import { simulatedNetwork } from './sim/network.ts';
import { serve } from './sim/serve.ts';
import type { SimService } from './sim/service.ts';
import { fileStore } from './sim/store.ts';

/** Simulated clouds and a forge whose state is kept in a folder, so that separate commands see one world. */
export interface SimulatedWorld extends Simulation {
  readonly fetch: typeof fetch;
  readonly token: string;
  readonly services: readonly SimService[];
  /** Where waiting is to move a clock rather than to take time. */
  readonly sleep?: (ms: number) => Promise<void>;
}

const TOKEN = 'sim-token-grantkeeper';

/** What the folder itself remembers: how far the world's clock is behind the real one where it starts, in milliseconds. */
interface WorldFile {
  readonly behind: number;
}

/**
 * Opens the world in `dir`, or makes it: example clouds, and a forge whose default branch is what `repoDir` has checked out.
 * `behind` starts a new world's clock that many milliseconds ago.
 */
export async function simulate(dir: string, repoDir: string, behind = 0): Promise<SimulatedWorld> {
  mkdirSync(dir, { recursive: true });
  const kept = worldFile(dir, behind);
  const clock = tickingClock(join(dir, 'clock.json'), () => Date.now() - kept.behind);
  const now = wholeSecond(clock.now());
  const gcp = simulateGcp({ store: fileStore(join(dir, 'gcp.json'), exampleGcp(now)), clock });
  const azure = simulateAzure({ store: fileStore(join(dir, 'azure.json'), exampleAzure(now)), clock });
  if (!existsSync(repositoryPath(dir))) await firstPush(dir, repoDir);
  const forge = await openLocalForge({ dir, store: fileStore(statePath(dir), EMPTY_FORGE), now: () => clock.now() });
  const services = [gcp, azure];
  return {
    dir,
    forge,
    now: () => clock.now(),
    move: (to) => clock.move(to),
    serve: async (ports, until) =>
      (
        await serve(
          services.map((service) => ({ service, port: ports[service.name] ?? 0 })),
          until,
        )
      ).urls,
    fetch: simulatedNetwork(services),
    token: TOKEN,
    services,
  };
}

function worldFile(dir: string, behind: number): WorldFile {
  const path = join(dir, 'world.json');
  if (!existsSync(path)) writeFileSync(path, JSON.stringify({ behind }));
  return JSON.parse(readFileSync(path, 'utf8')) as WorldFile;
}

async function firstPush(dir: string, repoDir: string): Promise<void> {
  const repository = await openRepository(repoDir);
  const forge = await initForge(dir);
  await push(repository, forge.root, { commit: await headCommit(repository), branch: 'main' });
}
