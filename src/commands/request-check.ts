import type { Finding } from '../domain/finding.ts';
import type { Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';
import type { OpenRequest } from '../domain/request.ts';
import type { Answer, Forge } from '../forge/forge.ts';
import { type Checkout, commitOf, landedCommit, type Repository } from '../git/repository.ts';
import { sourceOf } from '../git/source.ts';
import { readRecall } from '../grants/read-recall.ts';
import { readSnapshot, type Snapshot } from '../ledger/snapshot.ts';
import { isControlFile, isRecallFile } from '../policy/control-files.ts';
import { expand } from '../reconcile/expand.ts';
import { follow } from '../reconcile/timeline.ts';
import type { Rule } from '../policy/rule.ts';
import type { RequestFacts, RunFacts } from '../report/request-facts.ts';
import { suggestionsOf } from '../report/request-suggestion.ts';
import { checkFiles, type CheckedFiles } from './checked-files.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { latenessIn, withLateness } from './ledger/lateness.ts';
import { lookAtLedger, type LedgerSight } from './ledger/sight.ts';
import { permissionTables, type Powers } from './reading/effect.ts';
import { type Files, readFiles } from './reading/files.ts';
import { readHistory } from './reading/history.ts';
import { rulesOf } from './reading/judge.ts';
import { policyEffects } from './reading/policy-effects.ts';
import { syntaxesOf } from './reading/syntaxes.ts';
import { endsBy } from './reading/words.ts';
import { approvalFacts, type Wanted } from './request-check-approval.ts';
import { findingsBeside } from './request-check-beside.ts';
import { ASKS, grantFacts, type Ground } from './request-check-grants.ts';
import { saidOf, tellRequest } from './request-check-tell.ts';

/**
 * What an open request would do, said on the request itself: planned from Git alone and the last snapshot of the clouds, with no
 * cloud credential. Writes the comment, the labels and the check, where the token may.
 */
export async function checkRequest(context: Context, number: number): Promise<Report> {
  const forge = await context.forge();
  if (typeof forge === 'string') return saidOf('error', forge);
  const desk = forge.requests;
  if (desk === undefined) return saidOf('usage', 'this forge has no requests');
  const request = await desk.request(number);
  if (!request.ok) return saidOf('error', request.failure.message, request.failure.hint);
  // A review may come after the merge, and then there is nothing to say and nothing wrong.
  if (request.value === undefined) return saidOf('ok', `#${number} is not open any more`);
  const facts = await factsOf(context, forge, request.value);
  return typeof facts === 'string' ? saidOf('error', facts, DEPTH) : tellRequest(context, desk, request.value, facts);
}

const DEPTH = 'Check out with fetch-depth: 0, so that the clone has the branch of the request and the default branch.';

type Known = Answer<Snapshot | undefined>;

/** A text where this clone does not have what has to be compared. */
async function factsOf(context: Context, forge: Forge, request: OpenRequest): Promise<RequestFacts | string> {
  const checkout = await context.checkout();
  const { repository } = checkout;
  const base = await baseOf(forge, checkout);
  if (base === undefined) return 'this clone does not have the default branch';
  if ((await commitHere(checkout, request.head)) === undefined) return `this clone does not have ${request.head}`;
  const [checked, landed, snapshot] = await Promise.all([checkFiles(context, request.head), readFiles(context, base), readSnapshot(forge)]);
  const control = landed.control ?? checked.files.control;
  const about = { number: request.number, head: request.head, at: context.now, readOnly: request.fromFork };
  const findings = relevant(checked, request);
  if (control === undefined) return { ...about, ...NOTHING, findings: checked.findings };
  const pairs = changedGrants(checked.files, landed, request);
  const asked = pairs.flatMap(({ after }) => after ?? []);
  const sight = await withLateness(await lookAtLedger(forge, context), forge, cloudsOf(asked, control, context), context);
  const rules = await rulesOf(control);
  const states = [control, ...(checked.files.control === undefined ? [] : [checked.files.control])];
  const ground = await groundOf(context, repository, base, { control, states, snapshot, rules, lateness: latenessIn(sight, context) });
  const grants = pairs.flatMap(({ before, after }) => grantFacts(before, after, ground) ?? []);
  const all = withBeside(findings, grants, pairs, ground, rules);
  const wanted = wantedOf(pairs, checked.files, landed, request, context);
  return {
    ...about,
    grants,
    lapsed: pairs.filter(({ before, after }) => after === undefined && grantFacts(before, after, ground) === undefined).length,
    control: wanted.control,
    ...(await effectsOfPolicy(wanted, checked.files, landed, ground)),
    findings: all,
    suggestions: suggestionsOf(all, newTexts(checked.files, landed, request)),
    rules: rules.length,
    approval: await approvalFacts(request, wanted, control, forge, context.now),
    seen: seenOf(snapshot),
    runs: runsOf(sight, control, context),
    unknown: checkout.shallow ? [SHALLOW] : [],
  };
}

const NO_POLICY = { reason: 'no policy reads, here or on the default branch', hint: 'Mend or write policy/policy.yaml first.' };

/** Where no control files read, nobody can say who approves. */
const NOTHING = {
  grants: [],
  suggestions: [],
  lapsed: 0,
  control: [],
  rules: 0,
  approval: { met: false, by: [], open: [], barred: [], discounted: [], against: [], faults: [NO_POLICY] },
  seen: 'no control files read, so nothing was looked up',
  unknown: [],
};

/** The default branch as the forge has it now; as this clone remembers it, where it does not have that. */
async function baseOf(forge: Forge, checkout: Checkout): Promise<string | undefined> {
  const tip = await forge.tip();
  const commit = tip.ok ? await commitHere(checkout, tip.value) : undefined;
  return commit ?? landedCommit(checkout);
}

/** Git need not be asked for what this clone has checked out, or knows as the default branch. */
async function commitHere({ repository, head, landed }: Checkout, commit: string): Promise<string | undefined> {
  return commit === head || commit === landed ? commit : commitOf(repository, commit);
}

interface Seen extends Pick<Ground, 'control' | 'lateness'> {
  /** All that the default branch and the request say, of which the tables must tell. */
  readonly states: readonly Control[];
  readonly snapshot: Known;
  readonly rules: readonly Rule[];
}

async function groundOf(context: Context, repository: Repository, base: string, seen: Seen): Promise<Ground> {
  const { control, snapshot, rules, lateness } = seen;
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const { grants } = await readHistory(sourceOf(repository), base, syntaxesOf(context), context.now);
  return {
    now: context.now,
    control,
    clouds,
    timelines: new Map([...grants].map(([id, versions]) => [id, follow(versions)])),
    snapshot: snapshot.ok ? snapshot.value : undefined,
    // Whether `auto` finds PIM only the cloud can tell, which is not asked here.
    endsBy: ({ enforce = 'run', scope }) => (endsBy(context)(scope.cloud) === 'cloud' ? 'cloud' : ENDERS[enforce]),
    lateness,
    powers: { now: context.now, control, clouds, rules, tables: await permissionTables(context, ...seen.states), told: toldIn(snapshot) },
  };
}

const ENDERS = { pim: 'cloud', run: 'run', auto: 'either' } as const;

/** What changed control files do to the grants of the default branch. */
async function effectsOfPolicy(wanted: Wanted, head: Files, landed: Files, ground: Ground): Promise<Pick<RequestFacts, 'policy'>> {
  if (wanted.control.length === 0 || head.control === undefined || landed.control === undefined) return {};
  return { policy: await policyEffects(landed.grants, landed.control, head.control, ground) };
}

/** Roles that no published list has, as the run that left the snapshot was told of them. */
function toldIn(snapshot: Known): Powers['told'] {
  const roles = snapshot.ok ? (snapshot.value?.roles ?? []) : [];
  return (cloud, name) => roles.find((one) => one.cloud === cloud && [one.role.id, one.role.name].includes(name))?.permissions;
}

/** The clouds that grants reach, by the control files that count. */
function cloudsOf(grants: readonly Grant[], control: Control, context: Context): ReadonlySet<string> {
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  return new Set(grants.flatMap((grant) => expand(grant, control, clouds).units.map(({ scope }) => scope.cloud)));
}

/** When a run was last there, by the record that each leaves. */
function runsOf(sight: LedgerSight, { policy }: Control, { now }: Context): RunFacts {
  const { maxAge } = policy.heartbeat;
  if (!sight.ok) return { last: sight.why, late: false, maxAge };
  const last = sight.ledger.state.heartbeat?.at;
  return last === undefined
    ? { last: 'no run has left a line in the ledger yet', late: false, maxAge }
    : { last, late: now - last > maxAge, maxAge };
}

interface Pair {
  readonly before: Grant | undefined;
  readonly after: Grant | undefined;
}

/** The ids whose files the request touches, as the default branch has them and as the request has them; by id, so that a move is none. */
function changedGrants(head: Files, landed: Files, { paths }: OpenRequest): readonly Pair[] {
  const touched = new Set(paths);
  const among = (files: Files) => files.grants.filter((grant) => touched.has(grant.source.file));
  const ids = new Set([...among(landed), ...among(head)].map((grant) => grant.id));
  const present = new Set(head.raw.map((file) => file.path));
  return [...ids].flatMap((id) => {
    const before = landed.grants.find((grant) => grant.id === id);
    const after = head.grants.find((grant) => grant.id === id);
    // A file that does not read takes nothing away, and its findings say what is wrong with it.
    return after === undefined && before !== undefined && present.has(before.source.file) ? [] : [{ before, after }];
  });
}

function wantedOf(pairs: readonly Pair[], head: Files, landed: Files, { paths }: OpenRequest, context: Context): Wanted {
  const present = new Set(head.raw.map((file) => file.path));
  const gone = paths.filter((path) => isRecallFile(path) && !present.has(path));
  return {
    grants: pairs.flatMap(({ after }) => after ?? []),
    control: paths.filter(isControlFile),
    liftings: gone.flatMap((path) => {
      const file = landed.raw.find((one) => one.path === path);
      const recall = file === undefined ? undefined : readRecall(path, file.bytes, syntaxesOf(context));
      return recall?.ok === true ? [{ path, principal: recall.value.principal }] : [];
    }),
  };
}

/** The texts of grants that the default branch does not have at all. */
function newTexts(head: Files, landed: Files, { paths }: OpenRequest): ReadonlyMap<string, string> {
  const known = new Set(landed.raw.map((file) => file.path));
  const fresh = head.raw.filter(({ path }) => path.startsWith('grants/') && paths.includes(path) && !known.has(path));
  const decoder = new TextDecoder();
  return new Map(fresh.map(({ path, bytes }) => [path, decoder.decode(bytes)]));
}

/** Policy's word on each grant beside all others; what was found without them is not said twice. */
function withBeside(
  findings: readonly Finding[],
  grants: RequestFacts['grants'],
  pairs: readonly Pair[],
  ground: Ground,
  rules: readonly Rule[],
): readonly Finding[] {
  const said = new Set(findings.map(({ code, at, message }) => `${code} ${at?.file ?? ''} ${message}`));
  const asks = new Set(grants.filter(({ change }) => ASKS.has(change)).map(({ id }) => id));
  const more = pairs.flatMap(({ after }) => (after !== undefined && asks.has(after.id) ? findingsBeside(after, ground, rules) : []));
  return [...findings, ...more.filter(({ code, at, message }) => !said.has(`${code} ${at?.file ?? ''} ${message}`))];
}

/** What is wrong with files that the request does not touch is not its doing, unless it changes what they are read by. */
function relevant({ findings }: CheckedFiles, { paths }: OpenRequest): readonly Finding[] {
  if (paths.some(isControlFile)) return findings;
  const touched = new Set(paths);
  return findings.filter(({ at }) => at !== undefined && touched.has(at.file));
}

/** When the clouds were last seen, or why nobody can tell. */
function seenOf(snapshot: Known): RequestFacts['seen'] {
  return snapshot.ok ? (snapshot.value?.at ?? 'no run has left a snapshot of the clouds yet') : snapshot.failure.message;
}

const SHALLOW = 'This clone is shallow: what was granted before is not known, and so neither is what people hold and held.';
