import type { MergedRequest } from '../../../src/domain/request.ts';
import { ask, merge, review, world, type World } from '../../sim/github/world.ts';
import { FAULT_NAMES, type FaultName, FAULTS } from '../../worlds/fault-kinds.ts';
import { forgeOf, value } from './setup.ts';

/** What came of one kind of fault at one call of the proof that a request was approved. */
interface Judged {
  readonly kind: FaultName;
  readonly call: number;
  readonly wrong?: string;
}

/** Each kind of fault at each call to GitHub by which an approval is proved. A fault may cost the proof, and makes none. */
export async function everyFaultOfGithub(
  kinds: readonly FaultName[] = FAULT_NAMES,
): Promise<{ readonly calls: number; readonly judged: readonly Judged[] }> {
  const { github, commit } = await landed();
  const { fetch } = github;
  let count = 0;
  github.fetch = (target, init) => {
    count += 1;
    return fetch(target, init);
  };
  const truth = value(await (await forgeOf(github)).mergedRequest(commit));
  const calls = count;
  const judged: Judged[] = [];
  for (const kind of kinds.filter((one) => !one.startsWith('death'))) {
    for (let call = 0; call < calls; call += 1) {
      const wrong = await oneFault({ ...github, fetch }, commit, truth, { kind, call });
      judged.push({ kind, call, ...(wrong === undefined ? {} : { wrong }) });
    }
  }
  return { calls, judged };
}

async function landed(): Promise<{ readonly github: World; readonly commit: string }> {
  const github = world();
  const number = await ask(github, 'ada-b', 'ask', { 'grants/payments/new.yaml': 'principal: ada\n' });
  await review(github, 'bo-s', number, 'APPROVE');
  return { github, commit: await merge(github, 'sam-o', number, 'squash') };
}

async function oneFault(github: World, commit: string, truth: MergedRequest | undefined, at: Judged): Promise<string | undefined> {
  const { fetch } = github;
  let number = -1;
  github.fetch = (target, init) => {
    number += 1;
    if (number !== at.call) return fetch(target, init);
    return FAULTS[at.kind]({
      url: target instanceof Request ? target.url : target.toString(),
      method: init?.method ?? 'GET',
      pass: () => fetch(target, init),
      now: () => github.clock.now(),
      late: () => undefined,
      earlier: () => undefined,
      meanwhile: () => undefined,
      lag: () => undefined,
      die: () => Promise.reject(new Error('nobody dies here')),
    });
  };
  const found = await (await forgeOf(github)).mergedRequest(commit);
  if (!found.ok || found.value === undefined) return undefined;
  return proves(found.value, truth) ? undefined : JSON.stringify(found.value);
}

/** The same in all that an approval is counted by; of the reviews some may be missing, but none be new or of another kind. */
function proves(request: MergedRequest, truth: MergedRequest | undefined): boolean {
  const known = new Set(truth?.reviews.map((one) => JSON.stringify(one)));
  return JSON.stringify(said(request)) === JSON.stringify(said(truth)) && request.reviews.every((one) => known.has(JSON.stringify(one)));
}

function said(request: MergedRequest | undefined): unknown {
  const { number, author, head, base, paths, writers } = request ?? {};
  return [number, author, head, base, paths, writers];
}
