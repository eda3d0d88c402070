import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import { gcp } from '../../src/providers/gcp/cloud.ts';
import type { Access } from '../../src/providers/provider.ts';
import { fixedClock } from '../../src/sim/clock.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import { PUBLISHED_QUOTAS } from '../../src/sim/gcp/quota.ts';
import { emptyGcp } from '../../src/sim/gcp/state.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { compared, type Result } from '../measure.ts';

const BEGAN = parseInstant('2026-11-23T09:00:00Z') as Instant;
const READS = 2000;
const IN_FLIGHT = 64;
/** How much longer than the quota itself demands a run may take, and what share of its calls may be refused. */
const GOAL = 1.1;
const MOST_REFUSED = 0.01;

/** Reads of more scopes than the published quota lets through in a minute: simulated time against what the quota alone demands. */
export async function aboveQuota(say: (line: string) => void): Promise<Result> {
  const name = `${READS} reads at the published quota, in simulated time`;
  say(name);
  const clock = fixedClock(BEGAN);
  const service = simulateGcp({ store: memoryStore(organisation()), clock });
  const access: Access = {
    fetch: service.fetch,
    identity: { kind: 'token', token: 'bench' },
    clock: () => clock.now(),
    sleep: async (ms) => void clock.advance(ms),
    random: () => 0.5,
    reason: 'bench',
    stamp: 'acme-access',
    formerStamps: [],
  };
  await readAll(access);
  const refused = service.calls.filter(({ status }) => status === 429).length;
  if (refused / service.calls.length > MOST_REFUSED) throw new Error(`${refused} of ${service.calls.length} calls were refused`);
  const { perMinute } = PUBLISHED_QUOTAS.projectReads;
  const demanded = ((READS - perMinute) / perMinute) * 60_000;
  const sample = (ms: number) => [{ ms, cpuMs: Number.NaN }];
  return compared(
    name,
    sample(clock.now() - BEGAN),
    { name: `${perMinute} at once and ${perMinute} a minute`, samples: sample(demanded) },
    { goal: GOAL, more: { calls: service.calls.length, refused } },
  );
}

async function readAll(access: Access): Promise<void> {
  const reader = await gcp.reader(access);
  let next = 0;
  const hand = async () => {
    while (next < READS) {
      const scope = gcp.syntax.scope(`projects/bench-project-${next++}`);
      const reading = scope.ok ? await reader.read(scope.value) : undefined;
      if (reading?.ok !== true) throw new Error('a scope was not read');
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, hand));
}

function organisation() {
  const state = emptyGcp();
  const member = 'serviceAccount:bench@bench-project.iam.gserviceaccount.com';
  state.tokens['bench'] = { member, scopes: ['https://www.googleapis.com/auth/cloud-platform'] };
  state.quotas = PUBLISHED_QUOTAS;
  for (let at = 0; at < READS; at += 1) {
    state.projects[`bench-project-${at}`] = { number: String(100_000 + at), displayName: `bench-project-${at}` };
  }
  return state;
}
