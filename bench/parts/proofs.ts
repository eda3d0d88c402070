import { type Basis, readBasis } from '../../src/commands/reading/basis.ts';
import { readHistory } from '../../src/commands/reading/history.ts';
import { memoryKey, type Memory } from '../../src/commands/reading/remembered.ts';
import { openGithubForge } from '../../src/forge/github/forge.ts';
import { clouds } from '../../src/providers/registry.ts';
import { fixedClock } from '../../src/sim/clock.ts';
import { simulateGithub } from '../../src/sim/github/service.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { landedOnGithub, TOKEN } from '../fixtures/github.ts';
import { NOW } from '../fixtures/grants.ts';
import type { Result } from '../measure.ts';
import type { Part } from './part.ts';

const GRANTS = 10_000;

/** What may be asked at most: for the first proof of all grants, and by the next run. */
const FIRST = 300;
const NEXT = 20;

/**
 * The approvals of 10,000 grants, each with a request of its own, proved on the simulated GitHub with the token and the limits of a
 * workflow; and once more by the next run, which remembers what the first one wrote down.
 */
export const proofs: Part = async ({ say }) => {
  say(`proving ${GRANTS} grants, first and again`);
  const landed = landedOnGithub(GRANTS);
  const clock = fixedClock(NOW);
  const github = simulateGithub({ store: memoryStore(landed.state), clock });
  const syntaxes = Object.values(clouds).map(({ syntax }) => syntax);
  const history = await readHistory(landed.source, landed.tip, syntaxes, NOW);
  const round = async (memory?: Memory): Promise<{ readonly basis: Basis; readonly calls: readonly string[] }> => {
    const before = github.calls.length;
    const forge = await openGithubForge({
      owner: 'acme',
      repo: 'access',
      token: TOKEN,
      fetch: github.fetch,
      now: () => NOW,
      sleep: async () => undefined,
    });
    const basis = await readBasis(history, forge, syntaxes, NOW, [], memory);
    return { basis, calls: github.calls.slice(before).map(({ method, url }) => `${method} ${new URL(url).pathname}`) };
  };
  const first = await round();
  const next = await round(memoryOf(first.basis));
  const points = landed.state.rates[`${TOKEN} graphql`]?.used ?? 0;
  return [
    counted(`requests to prove ${GRANTS} grants`, first.calls.length, FIRST, { ...told(first), points }),
    counted('requests of the next run', next.calls.length, NEXT, told(next)),
  ];
};

/** As the ledger keeps it. */
function memoryOf({ timelines }: Basis): Memory {
  return new Map(
    [...timelines.values()].flatMap(({ standing }) =>
      standing === undefined
        ? []
        : [[memoryKey(standing.version), { landed: standing.version.at, by: standing.by, ...requestOf(standing.request) }] as const],
    ),
  );
}

function requestOf(request: number | undefined): { readonly request?: number } {
  return request === undefined ? {} : { request };
}

function told({ basis, calls }: { readonly basis: Basis; readonly calls: readonly string[] }): Readonly<Record<string, unknown>> {
  const all = [...basis.timelines.values()];
  const kinds = Object.fromEntries([...Map.groupBy(calls, (call) => call)].map(([call, same]) => [call, same.length]));
  return {
    proved: all.filter((one) => one.standing !== undefined).length,
    doubt: all.filter((one) => one.doubt !== undefined).length,
    kinds,
  };
}

function counted(name: string, count: number, most: number, more: Readonly<Record<string, unknown>>): Result {
  const one = { runs: 1, unit: 'requests' as const };
  return {
    name,
    ours: { ...one, median: count, min: count, max: count },
    against: { ...one, name: 'as many as are wanted at most', median: most, min: most, max: most },
    ratio: Math.round((count / most) * 100) / 100,
    goal: 1,
    more,
  };
}
