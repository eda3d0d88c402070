import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CloudSyntax } from '../../domain/cloud.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Control } from '../../domain/policy.ts';
import { type Instant, later } from '../../domain/instant.ts';
import type { Forge } from '../../forge/forge.ts';
import { checkSuccession } from '../../grants/check-succession.ts';
import { judgeControl } from '../../policy/approval.ts';
import { asideOf } from '../../policy/landing.ts';
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
import { proveAll } from './grant-proofs.ts';
import type { History, Outline } from './history.ts';
import { type RuleCheck, ruleCheck } from './own-rules.ts';
import { absentAt, blobTrouble, forgeFacts, type ForgeFacts, type Landed, proofOf, requestOf, sameBlobAt, withFacts } from './proofs.ts';
import { type Landings, recallBranches } from './recall-branches.ts';
import { liftingProof, lockProof, locksOut } from './recall-proofs.ts';
import { type Memory, memoryKey } from './remembered.ts';
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

async function whyUnconfirmed(forge: Forge | string, commit: string, control: ControlHistory): Promise<string | undefined> {
  if (typeof forge === 'string') return `the tip of the default branch is not known: ${forge}`;
  const tip = await forge.tip();
  if (!tip.ok) return `the tip of the default branch is not known: ${tip.failure.message}`;
  if (tip.value !== commit) return `${commit.slice(0, 12)} is not the tip of the default branch, which is ${tip.value.slice(0, 12)}`;
  return control.doubt === undefined ? undefined : `the approval of the control files could not be looked up: ${control.doubt}`;
}
