import { v5 as uuidv5 } from 'uuid';
import type { Member, Scope } from '../../domain/access.ts';
import type { MeasureKind, MeasureOutcome, RecallMeans } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Access, LockWish } from '../provider.ts';
import { batched, type Graph, graphOf } from './graph.ts';
import { NAMESPACE } from './names.ts';

/** Set on a service principal that we disabled with the lockdown at a scope: no other is ever enabled again by us. */
function disabledTag({ stamp }: Pick<Access, 'stamp'>, at: Scope): string {
  return `grantkeeper:disabled:${stamp}:${uuidv5(at.key, NAMESPACE)}`;
}

/** Beside it, the stem of the recall. */
const recallTag = (recall: string) => `grantkeeper:recall:${recall}`;

/** Signs in as the application that policy names for this, and as no other: rights on Graph have no place in the one that applies. */
export async function recallGraph(access: Access, { signOut }: RecallMeans): Promise<Graph | undefined> {
  if (signOut === undefined) return undefined;
  const { identity } = access;
  const other = identity.kind === 'token' ? identity : { ...identity, env: { ...identity.env, AZURE_CLIENT_ID: signOut.account } };
  return graphOf({ ...access, identity: other });
}

const NOBODY: Failure = {
  kind: 'invalid',
  message: 'policy names no application that may sign users out and disable service principals',
  hint: 'Name one in clouds.azure.recall.signOut.',
};

/** Ends the sessions of users (user: revokeSignInSessions). A service principal has none beside its tokens: it is disabled with the lockdown. */
export async function endSessions(access: Access, members: readonly Member[], means: RecallMeans): Promise<readonly MeasureOutcome[]> {
  const graph = await recallGraph(access, means);
  const outcomes: MeasureOutcome[] = [];
  for (const { kind, id } of members) {
    if (kind === 'user') outcomes.push(outcomeOf(access, 'sign-out', id, graph === undefined ? NOBODY : await signedOut(graph, id)));
    const disables = means.disables && means.lockdown !== undefined;
    const why = disables ? NOBODY : NOT_DISABLED;
    if (kind === 'service' && (!disables || graph === undefined)) outcomes.push(outcomeOf(access, 'disable', id, why));
  }
  return outcomes;
}

const NOT_DISABLED: Failure = {
  kind: 'invalid',
  message: 'policy has no service principal disabled',
  hint: 'Set clouds.azure.recall.disables beside a lockdown.',
};

/** A second look: sessions that began before that moment are over (user: signInSessionsValidFromDateTime). */
async function signedOut(graph: Graph, id: string): Promise<Failure | string> {
  const path = `/users/${id}`;
  const purpose = `sign ${id} out`;
  const validFrom = async () => {
    const reply = await graph.read({ method: 'GET', path: `${path}?$select=id,signInSessionsValidFromDateTime`, purpose: `look at ${id}` });
    return reply.ok ? String(field(reply.body, 'signInSessionsValidFromDateTime')) : undefined;
  };
  const before = await validFrom();
  const reply = await graph.send({ method: 'POST', path: `${path}/revokeSignInSessions`, purpose });
  if (!reply.ok) return reply.failure;
  const after = await validFrom();
  if (after === undefined) return 'revokeSignInSessions taken; it could not be read back';
  return before !== after ? `sessions begun before ${after} are over, read back` : 'revokeSignInSessions taken; Entra does not show it yet';
}

interface Found {
  readonly id: string;
  readonly enabled: boolean;
  readonly tags: readonly string[];
}

function foundIn(one: unknown): Found | undefined {
  const [id, enabled, tags] = [field(one, 'id'), field(one, 'accountEnabled'), field(one, 'tags')];
  if (typeof id !== 'string' || typeof enabled !== 'boolean' || !Array.isArray(tags)) return undefined;
  return { id: id.toLowerCase(), enabled, tags: tags.filter((tag) => typeof tag === 'string') };
}

/** Service principals that we disabled, and the recalls that had us do it. */
async function disabledByUs(graph: Graph, tag: string): Promise<readonly Found[] | Failure> {
  const filter = encodeURIComponent(`tags/any(t:t eq '${tag}')`);
  const purpose = 'find what we disabled';
  const reply = await graph.read({ method: 'GET', path: `/servicePrincipals?$filter=${filter}&$select=id,accountEnabled,tags`, purpose });
  if (!reply.ok) return reply.failure;
  const value = field(reply.body, 'value');
  const found: readonly (Found | undefined)[] = Array.isArray(value) ? value.map(foundIn) : [undefined];
  const whole = found.filter((one) => one !== undefined);
  if (whole.length === found.length && field(reply.body, '@odata.nextLink') === undefined) return whole;
  return { kind: 'transient', message: `could not ${purpose}: the list is not whole` };
}

function recallOf({ tags }: Found): string {
  const start = recallTag('');
  return tags.find((tag) => tag.startsWith(start))?.slice(start.length) ?? '';
}

/** What is to be disabled and what enabled again. What somebody else disabled has no tag of ours, and stays as it is. */
export interface Turning {
  readonly tag: string;
  readonly disable: readonly { readonly recall: string; readonly id: string }[];
  readonly enable: readonly string[];
}

export async function turningFor(access: Access, graph: Graph, at: Scope, wish: LockWish): Promise<Turning | Failure> {
  const { locked, exceptions } = wish;
  const ours = await disabledByUs(graph, disabledTag(access, at));
  if ('kind' in ours) return ours;
  const spared = new Set(exceptions.map(({ id }) => id));
  const wanted = locked.filter(({ member }) => member.kind === 'service' && !spared.has(member.id));
  const ids = new Set(wanted.map(({ member }) => member.id));
  const known = new Set(ours.filter(({ enabled }) => !enabled).map(({ id }) => id));
  const fresh = wanted.filter(({ member }) => !known.has(member.id)).map(({ recall, member }) => ({ recall, id: member.id }));
  const paths = fresh.map(({ id }) => `/servicePrincipals/${id}?$select=id,accountEnabled,tags`);
  const states = await batched(graph, paths, 'look service principals up');
  if (!states.ok) return states.failure;
  return {
    tag: disabledTag(access, at),
    disable: fresh.filter((_, number) => foundIn(states.value[number])?.enabled !== false),
    enable: ours.filter((one) => !ids.has(one.id) && !wish.stays(recallOf(one))).map(({ id }) => id),
  };
}

export async function turned(access: Access, graph: Graph, { tag, disable, enable }: Turning): Promise<readonly MeasureOutcome[]> {
  const outcomes: MeasureOutcome[] = [];
  const own = [tag, recallTag('')];
  const foreign = (tags: readonly string[]) => tags.filter((one) => !own.some((start) => one.startsWith(start)));
  for (const { id, recall } of disable) {
    const marks = [tag, recallTag(recall)];
    outcomes.push(...(await turnedOne(access, graph, 'disable', id, (tags) => [...foreign(tags), ...marks])));
  }
  for (const id of enable) outcomes.push(...(await turnedOne(access, graph, 'enable', id, foreign)));
  return outcomes;
}

/** Reads, changes both properties at once, and reads back; what is so already and not ours gets no mark. */
async function turnedOne(
  access: Access,
  graph: Graph,
  kind: 'disable' | 'enable',
  id: string,
  tagsOf: (tags: readonly string[]) => readonly string[],
): Promise<readonly MeasureOutcome[]> {
  const path = `/servicePrincipals/${id}`;
  const look = () => graph.read({ method: 'GET', path: `${path}?$select=id,accountEnabled,tags`, purpose: `look at ${id}` });
  const before = await look();
  const there = before.ok ? foundIn(before.body) : undefined;
  if (there === undefined) return [outcomeOf(access, kind, id, before.ok ? ODD : before.failure)];
  const wanted = kind === 'enable';
  if (there.enabled === wanted && !wanted) return [];
  const body = { accountEnabled: wanted, tags: tagsOf(there.tags) };
  const reply = await graph.send({ method: 'PATCH', path, body, purpose: `${kind} the service principal ${id}` });
  if (!reply.ok) return [outcomeOf(access, kind, id, reply.failure)];
  const after = await look();
  const shown = after.ok && foundIn(after.body)?.enabled === wanted;
  return [outcomeOf(access, kind, id, `accountEnabled ${String(wanted)}, ${shown ? 'read back' : 'not shown yet'}`)];
}

const ODD: Failure = { kind: 'transient', message: 'the answer is no service principal' };

function outcomeOf(access: Access, kind: MeasureKind, member: string, came: Failure | string): MeasureOutcome {
  const common = { measure: { kind, cloud: 'azure', member }, at: access.clock() };
  if (typeof came === 'string') return { ...common, status: 'applied', evidence: came };
  const isPolicys = came === NOBODY || came === NOT_DISABLED;
  return { ...common, status: isPolicys ? 'skipped' : 'failed', failure: came };
}
