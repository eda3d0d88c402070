import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CloudSyntax } from '../../domain/cloud.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Control } from '../../domain/policy.ts';
import { formatInstant, type Instant, later } from '../../domain/instant.ts';
import type { MergedRequest } from '../../domain/request.ts';
import type { Forge } from '../../forge/forge.ts';
import { checkSuccession } from '../../grants/check-succession.ts';
import { judgeControl, judgeGrant, judgeLifting } from '../../policy/approval.ts';
import { asideOf } from '../../policy/landing.ts';
import type { Verdict } from '../../policy/verdict.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import {
  type Assembled,
  type ControlFiles,
  controlHistory,
  type ControlHistory,
  type ControlStep,
} from '../../reconcile/control-history.ts';
import { recallStates, type RecallBranch } from '../../reconcile/recall-history.ts';
import { type Recalled, recalled, type RecallState } from '../../reconcile/recalls.ts';
import { OF_LATE } from '../../reconcile/admit.ts';
import { follow, type Proof, type Timeline, type Version } from '../../reconcile/timeline.ts';
import type { History, Outline } from './history.ts';
import { type RuleCheck, ruleCheck } from './own-rules.ts';
import { absentAt, blobTrouble, forgeFacts, type ForgeFacts, type Landed, requestOf, sameBlobAt, withFacts } from './proofs.ts';
import { type Landings, recallBranches } from './recall-branches.ts';
import { asRemembered, type Memory, memoryKey } from './remembered.ts';
import { controlOf } from './control-tree.ts';
import { liftingTrouble, takenAsLifted, unsettled } from './unsettled.ts';

/** What Git and the forge say, before any cloud is asked. */
export interface Basis {
  readonly history: History;
  readonly control: ControlHistory;
  readonly timelines: ReadonlyMap<string, Timeline>;
  readonly recalls: readonly RecallState[];
  readonly recalled: Recalled;
  /** Why nothing may be granted or withdrawn, such as that the commit is not known to be the tip of the default branch. */
  readonly unconfirmed?: string;
  /** Grants of which some approval was taken from the record of an earlier run. */
  readonly remembered: ReadonlySet<string>;
  /** The same, with these grants proved anew. */
  readonly proved: (grants: readonly string[]) => Promise<Basis>;
}

export { RECALL_BRANCHES } from './recall-branches.ts';

/** Which state of the control files counts, and what the forge said of those who approved it. */
export interface Ruling {
  readonly control: ControlHistory;
  readonly facts: ForgeFacts;
}

/** Needs no grant to be read, so that what hangs on policy alone can begin before they are. */
export async function readRuling(outline: Outline, forge: Forge | string, syntaxes: readonly CloudSyntax[]): Promise<Ruling> {
  const facts = await forgeFacts(forge, controlLandings(outline));
  const rules = await ruleCheck(policyTexts(outline));
  const stateBy = (people?: Directory) =>
    controlHistory(
      outline.control,
      (files, before) => assemble(files, before, outline, syntaxes, rules),
      // Until the first grant a repository is being set up, and there is nothing that its policy could give.
      (step, before) => proveControl(step, before, facts, step.position > outline.firstGrant, people),
    );
  const plain = stateBy();
  // Who has another login today is known from what counts so far; what they approved is looked at again with that.
  const control = plain.now === undefined || plain.findings.length === 0 ? plain : stateBy(plain.now.directory);
  return { control, facts };
}

export async function readBasis(
  history: History,
  forge: Forge | string,
  syntaxes: readonly CloudSyntax[],
  now: Instant,
  ordered: readonly RecallBranch[] = [],
  memory: Memory = new Map(),
  ruling?: Ruling,
): Promise<Basis> {
  const clouds: Clouds = new Map(syntaxes.map((syntax) => [syntax.name, syntax]));
  const { control, facts: known } = ruling ?? (await readRuling(history, forge, syntaxes));
  const open = openIds(history, now);
  const facts = withFacts(known, await forgeFacts(forge, landedOf(history, open, memory)));
  const timelines = await timelinesOf(history, (id, versions) =>
    unsettled(follow(open.has(id) ? proveAll(versions, control, facts, now, memory) : versions)),
  );
  const versions = history.recalls.map((one) => ({
    ...one,
    ...liftingProof(one, history, control, facts, now),
    ...lockProof(one, control, facts),
  }));
  const branches = await recallBranches(forge, syntaxes, now, landingsOf(history));
  const recalls = recallStates(versions.map(takenAsLifted), [...branches.found, ...ordered]);
  const people = recalled(
    recalls,
    control.states.map((state) => state.directory),
    clouds,
  );
  const unconfirmed = (await whyUnconfirmed(forge, history.commit, control)) ?? branches.trouble ?? liftingTrouble(versions);
  return {
    history,
    control,
    timelines,
    recalls,
    recalled: people,
    ...(unconfirmed === undefined ? {} : { unconfirmed }),
    remembered: new Set([...open].filter((id) => history.grants.get(id)?.some((version) => memory.has(memoryKey(version))))),
    proved: async (grants) =>
      readBasis(history, forge, syntaxes, now, ordered, without(memory, new Set(grants)), { control, facts: known }),
  };
}

/** How many timelines are followed at a time, so that answers of clouds that come meanwhile find somebody. */
const AT_A_TIME = 50;

async function timelinesOf(
  { grants }: History,
  followed: (id: string, versions: readonly [Version, ...Version[]]) => Timeline,
): Promise<ReadonlyMap<string, Timeline>> {
  const timelines = new Map<string, Timeline>();
  for (const [id, versions] of grants) {
    timelines.set(id, followed(id, versions));
    if (timelines.size % AT_A_TIME === 0) await nextTurn();
  }
  return timelines;
}

function without(memory: Memory, grants: ReadonlySet<string>): Memory {
  return new Map([...memory].filter(([key]) => !grants.has(key.split('\n', 1)[0] ?? '')));
}

function landingsOf(history: History): Landings {
  const { recalls, bytes } = history;
  const texts = recalls.flatMap(({ name, blob = '' }) => {
    const content = bytes.get(blob);
    return content === undefined ? [] : [`${name}\n${new TextDecoder().decode(content)}`];
  });
  const known = new Set(texts);
  return { landed: (name, text) => known.has(`${name}\n${text}`), committedAt: (commit) => history.committedAt(commit) };
}

/** Ids whose end may lie ahead or passed of late, or had passed when they landed: only their approvals are worth asking for. */
function openIds(history: History, now: Instant): ReadonlySet<string> {
  const isOpen = ({ body, at }: Version) => {
    // A merge may be later than its commit, so a duration ends nothing before the forge was asked.
    const end = body.kind === 'grant' ? later(body.grant.expires, body.grant.grace) : undefined;
    return end !== undefined && (end > now - OF_LATE || at >= end);
  };
  return new Set([...history.grants].filter(([, versions]) => versions.some(isOpen)).map(([id]) => id));
}

function landedOf(history: History, open: ReadonlySet<string>, memory: Memory): readonly Landed[] {
  const grants = [...history.grants]
    .filter(([id]) => open.has(id))
    .flatMap(([, versions]) => versions.filter((version) => version.body.kind === 'grant' && !memory.has(memoryKey(version))));
  return grants.map(({ commit, path }) => ({ commit, path }));
}

/** Of the control files, and of what security says of recalls. The first state is trusted, so nobody is asked about it. */
function controlLandings({ control, recalls }: Outline): readonly Landed[] {
  const changed = control.slice(1).flatMap((step) => step.changes.map(({ path }) => ({ commit: step.commit, path })));
  const lifted = recalls.filter((one) => one.body.kind === 'deleted' || locksOut(one));
  return [...changed, ...lifted].map(({ commit, path }) => ({ commit, path }));
}

function policyTexts(history: Outline): readonly Uint8Array[] {
  const policies = history.control.flatMap((step) => step.changes.filter(({ path }) => path === 'policy/policy.yaml'));
  return policies.flatMap(({ blob }) => history.bytes.get(blob ?? '') ?? []);
}

function assemble(
  files: ControlFiles,
  before: Control | undefined,
  history: Outline,
  clouds: readonly CloudSyntax[],
  rules: RuleCheck,
): Assembled {
  const entries = [...files].map(([path, blob]) => {
    const [mode, id] = blob.includes(':') ? (blob.split(':') as [string, string]) : ['100644', blob];
    return { path, mode, bytes: history.bytes.get(id) ?? new Uint8Array() };
  });
  const assembled = controlOf(entries, clouds);
  if (!assembled.ok) return assembled;
  const broken = [...(before === undefined ? [] : checkSuccession(before, assembled.control, [], clouds)), ...rules(assembled.control)];
  return broken.length === 0 ? assembled : { ok: false, findings: broken };
}

function proofOf(verdict: Verdict): Proof {
  if (!verdict.approved) return { kind: 'unproved', code: verdict.code, reason: verdict.reason, hint: verdict.hint };
  return {
    kind: 'proved',
    by: verdict.by,
    warnings: verdict.warnings,
    ...(verdict.request === undefined ? {} : { request: verdict.request.number }),
  };
}

function proveControl(step: ControlStep, before: Control, facts: ForgeFacts, inUse: boolean, people: Directory = before.directory): Proof {
  const request = requestOf(facts, step.commit);
  const trouble =
    typeof request === 'string'
      ? request
      : step.changes.map(({ path }) => blobTrouble(facts, request, path)).find((one) => one !== undefined);
  if (typeof request === 'string' || trouble !== undefined) return { kind: 'doubt', reason: trouble ?? '' };
  const blobs = new Map(step.changes.map(({ path, blob }) => [path, blob]));
  const sameBlob = (path: string, commit: string) =>
    blobs.get(path) === undefined ? absentAt(facts, path)(commit) : sameBlobAt(facts, path, blobs.get(path) ?? '')(commit);
  const proof = proofOf(judgeControl({ paths: step.changes.map(({ path }) => path), request, sameBlob, control: before, people }));
  const aside = inUse && request !== undefined ? asideOf(request, before.policy.approval.mode) : undefined;
  return proof.kind === 'proved' && aside !== undefined ? { ...proof, aside } : proof;
}

function proveAll(
  versions: readonly [Version, ...Version[]],
  control: ControlHistory,
  facts: ForgeFacts,
  now: Instant,
  memory: Memory,
): [Version, ...Version[]] {
  const [first, ...rest] = versions;
  const prove = (version: Version): Version => {
    const known = version.body.kind === 'grant' ? memory.get(memoryKey(version)) : undefined;
    return known === undefined ? proveOne(version, control, facts, now) : asRemembered(version, known, now);
  };
  return [prove(first), ...rest.map(prove)];
}

function proveOne(version: Version, control: ControlHistory, facts: ForgeFacts, now: Instant): Version {
  if (version.body.kind !== 'grant') return version;
  const request = requestOf(facts, version.commit);
  const trouble = typeof request === 'string' ? request : (blobTrouble(facts, request, version.path) ?? untold(version, request, facts));
  const before = control.at(version.position - 1) ?? control.states[0];
  if (typeof request === 'string' || trouble !== undefined || before === undefined)
    return { ...version, proof: { kind: 'doubt', reason: trouble ?? 'there is no readable policy' } };
  const { path, blob, body } = version;
  const people = control.now?.directory ?? before.directory;
  const sameBlob = sameBlobAt(facts, path, blob);
  const proof = proofOf(judgeGrant({ path, request, sameBlob, grants: [body.grant], control: before, privileged: false, people }));
  const { ahead: _claimed, ...known } = version;
  return {
    ...known,
    proof,
    at: mergeTime(request, facts, now) ?? version.at,
    ...(isAhead(request, facts, now) ? { ahead: request.mergedAt } : {}),
  };
}

/** The merge time of the request; in the local forge the commit carries it. */
function mergeTime(request: MergedRequest | undefined, facts: ForgeFacts, now: Instant): Instant | undefined {
  const tells = typeof facts.forge !== 'string' && facts.forge.kind === 'github';
  return tells && request !== undefined ? (Math.min(request.mergedAt, now) as Instant) : undefined;
}

/** By a clock of ours that is behind; that the merge is held at now is good for this run, and for no record. */
function isAhead(request: MergedRequest | undefined, facts: ForgeFacts, now: Instant): request is MergedRequest {
  return request !== undefined && request.mergedAt > now && mergeTime(request, facts, now) !== undefined;
}

/** Held at now, a landing would go on with the clock, and with it an end that is counted from it. */
function untold({ ahead, commit }: Version, request: MergedRequest | undefined, facts: ForgeFacts): string | undefined {
  if (ahead === undefined || mergeTime(request, facts, ahead) !== undefined) return undefined;
  return `${commit.slice(0, 12)} is dated ${formatInstant(ahead)}, which lies ahead, so nobody can say when it landed`;
}

function liftingProof(
  one: History['recalls'][number],
  history: History,
  control: ControlHistory,
  facts: ForgeFacts,
  now: Instant,
): { readonly proof?: Proof; readonly at?: Instant } {
  if (one.body.kind !== 'deleted') return {};
  const request = requestOf(facts, one.commit);
  const before = control.at(one.position - 1) ?? control.states[0];
  const trouble = typeof request === 'string' ? request : blobTrouble(facts, request, one.path);
  if (typeof request === 'string' || trouble !== undefined || before === undefined)
    return { proof: { kind: 'doubt', reason: trouble ?? 'there is no readable policy' } };
  const people = control.now?.directory ?? before.directory;
  const lifted = (principal: string) =>
    proofOf(judgeLifting({ path: one.path, principal, request, sameBlob: absentAt(facts, one.path), control: before, people }));
  const proof =
    namedBefore(one, history)
      .map(lifted)
      .find(({ kind }) => kind === 'unproved') ?? lifted(one.name);
  return { proof, at: mergeTime(request, facts, now) ?? one.at };
}

/** What a recall reaches beyond ours needs the approval of security, as its lifting does. */
function lockProof(one: History['recalls'][number], control: ControlHistory, facts: ForgeFacts): { readonly lockProof?: Proof } {
  const { body, path, blob = '', commit, position } = one;
  if (body.kind !== 'recall' || !locksOut(one)) return {};
  const request = requestOf(facts, commit);
  const before = control.at(position - 1) ?? control.states[0];
  const trouble = typeof request === 'string' ? request : blobTrouble(facts, request, path);
  if (typeof request === 'string' || trouble !== undefined || before === undefined)
    return { lockProof: { kind: 'doubt', reason: trouble ?? 'there is no readable policy' } };
  const people = control.now?.directory ?? before.directory;
  const sameBlob = sameBlobAt(facts, path, blob);
  return { lockProof: proofOf(judgeLifting({ path, principal: body.recall.principal, request, sameBlob, control: before, people })) };
}

function locksOut({ body }: History['recalls'][number]): boolean {
  return body.kind === 'recall' && body.recall.lockdown === true;
}

/** Everybody whom a recall file ever named, its stem among them: an edit needs no approval, so it lets nobody lift their own. */
function namedBefore({ name, position }: History['recalls'][number], history: History): readonly string[] {
  const earlier = history.recalls.filter((other) => other.name === name && other.position < position);
  return [...new Set([name, ...earlier.flatMap(({ body }) => (body.kind === 'recall' ? [body.recall.principal] : []))])];
}

async function whyUnconfirmed(forge: Forge | string, commit: string, control: ControlHistory): Promise<string | undefined> {
  if (typeof forge === 'string') return `the tip of the default branch is not known: ${forge}`;
  const tip = await forge.tip();
  if (!tip.ok) return `the tip of the default branch is not known: ${tip.failure.message}`;
  if (tip.value !== commit) return `${commit.slice(0, 12)} is not the tip of the default branch, which is ${tip.value.slice(0, 12)}`;
  return control.doubt === undefined ? undefined : `the approval of the control files could not be looked up: ${control.doubt}`;
}
