import type { Directory } from '../../domain/directory.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Control } from '../../domain/policy.ts';
import type { MergedRequest } from '../../domain/request.ts';
import type { Answer, Forge } from '../../forge/forge.ts';
import type { Verdict } from '../../policy/verdict.ts';
import type { ControlHistory } from '../../reconcile/control-history.ts';
import type { Proof } from '../../reconcile/timeline.ts';

/** What the forge said of commits and of files on branches, fetched beforehand so that judging needs no waiting. */
export interface ForgeFacts {
  readonly forge: Forge | string;
  readonly requests: ReadonlyMap<string, Answer<MergedRequest | undefined>>;
  /** By commit and path the id of the blob there. */
  readonly blobs: ReadonlyMap<string, Answer<string | undefined>>;
}

/** A file that one commit of the default branch landed. */
export interface Landed {
  readonly commit: string;
  readonly path: string;
}

const IN_FLIGHT = 8;

/** The merged requests behind commits, and the blobs of the files at the commits that were looked at. */
export async function forgeFacts(forge: Forge | string, landed: readonly Landed[]): Promise<ForgeFacts> {
  const requests = new Map<string, Answer<MergedRequest | undefined>>();
  const blobs = new Map<string, Answer<string | undefined>>();
  if (typeof forge === 'string') return { forge, requests, blobs };
  await forge.foresee?.(landed);
  const commits = new Set(landed.map((one) => one.commit));
  await byHands(commits, async (commit) => void requests.set(commit, await forge.mergedRequest(commit)));
  const wanted = new Map(
    landed.flatMap((one) => lookedAt(requests.get(one.commit)).map((commit) => [blobKey(commit, one.path), { commit, path: one.path }])),
  );
  await byHands(wanted, async ([key, { commit, path }]) => void blobs.set(key, await forge.blobAt(commit, path)));
  return { forge, requests, blobs };
}

/** Dealt out to as many hands as there may be calls: most is answered from memory, and a place in a line for each would take longer. */
async function byHands<T>(all: Iterable<T>, ask: (one: T) => Promise<void>): Promise<void> {
  const open = Iterator.from(all);
  const hand = async () => {
    for (const one of open) await ask(one);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, hand));
}

/** What was found out in two turns. */
export function withFacts(first: ForgeFacts, second: ForgeFacts): ForgeFacts {
  return {
    forge: second.forge,
    requests: new Map([...first.requests, ...second.requests]),
    blobs: new Map([...first.blobs, ...second.blobs]),
  };
}

/** The head, and what was approved before it: only there the content decides whether an approval counts. */
function lookedAt(request: Answer<MergedRequest | undefined> | undefined): readonly string[] {
  if (request?.ok !== true || request.value === undefined) return [];
  const { head, reviews } = request.value;
  const approved = reviews.filter((review) => review.state === 'approved' && !review.bot);
  return [...new Set([head, ...approved.flatMap((review) => review.commit ?? [])])];
}

function blobKey(commit: string, path: string): string {
  return `${commit} ${path}`;
}

/** The request behind a commit; a text when that could not be found out. */
export function requestOf(facts: ForgeFacts, commit: string): MergedRequest | undefined | string {
  if (typeof facts.forge === 'string') return facts.forge;
  const answer = facts.requests.get(commit);
  if (answer === undefined) return 'nobody was asked about its approval';
  return answer.ok ? answer.value : answer.failure.message;
}

/** Why the files at the commits of a request could not be looked up; undefined when all could. */
export function blobTrouble(facts: ForgeFacts, request: MergedRequest | undefined, path: string): string | undefined {
  const answers = lookedAt(request === undefined ? undefined : { ok: true, value: request }).map((commit) =>
    facts.blobs.get(blobKey(commit, path)),
  );
  const failed = answers.find((answer) => answer?.ok !== true);
  return failed?.ok === false ? failed.failure.message : undefined;
}

/** Whether the file is absent at a commit; undefined when that could not be found out. */
export function absentAt(facts: ForgeFacts, path: string): (commit: string) => boolean | undefined {
  return (commit) => {
    const there = facts.blobs.get(blobKey(commit, path));
    return there?.ok === true ? there.value === undefined : undefined;
  };
}

/** Whether a path held `blob` at a commit; undefined when that could not be found out. */
export function sameBlobAt(facts: ForgeFacts, path: string, blob: string): (commit: string) => boolean | undefined {
  return (commit) => {
    const answer = facts.blobs.get(blobKey(commit, path));
    return answer?.ok === true ? answer.value === blob : undefined;
  };
}

/** A verdict as the history keeps it. */
export function proofOf(verdict: Verdict): Proof {
  if (!verdict.approved) return { kind: 'unproved', code: verdict.code, reason: verdict.reason, hint: verdict.hint };
  return {
    kind: 'proved',
    by: verdict.by,
    warnings: verdict.warnings,
    ...(verdict.request === undefined ? {} : { request: verdict.request.number }),
  };
}

/** The merge time of the request; in the local forge the commit carries it. */
export function mergeTime(request: MergedRequest | undefined, facts: ForgeFacts, now: Instant): Instant | undefined {
  const tells = typeof facts.forge !== 'string' && facts.forge.kind === 'github';
  return tells && request !== undefined ? (Math.min(request.mergedAt, now) as Instant) : undefined;
}

/** What a version of a file is judged on. */
export interface Ground {
  readonly request: MergedRequest | undefined;
  /** As the control files were when it landed. */
  readonly before: Control;
  /** As they are known now. */
  readonly people: Directory;
}

/** On what a version of a file that landed is judged; a text where nobody can say. */
export function groundOf(
  { commit, path, position }: Landed & { readonly position: number },
  control: ControlHistory,
  facts: ForgeFacts,
): Ground | string {
  const request = requestOf(facts, commit);
  if (typeof request === 'string') return request;
  const trouble = blobTrouble(facts, request, path);
  if (trouble !== undefined) return trouble;
  const before = control.at(position - 1) ?? control.states[0];
  return before === undefined ? 'there is no readable policy' : { request, before, people: control.now?.directory ?? before.directory };
}
