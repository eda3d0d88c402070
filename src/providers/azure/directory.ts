import type { Member, MemberKind } from '../../domain/access.ts';
import { field } from '../answer.ts';
import type { Identified, KnownMember } from '../provider.ts';
import { batched, type Graph, objectsById } from './graph.ts';

const TYPES = ['user', 'group', 'servicePrincipal'];

const KINDS: ReadonlyMap<unknown, MemberKind> = new Map([
  ['#microsoft.graph.user', 'user'],
  ['#microsoft.graph.group', 'group'],
  ['#microsoft.graph.servicePrincipal', 'service'],
]);

/**
 * What the directory knows of object ids: all of them in calls of a thousand, and of those that nobody has what else they may be, in
 * batches of twenty. A role can be given to the object id of a service principal alone, not to the two ids of its app registration
 * (Microsoft Entra: "Apps and service principals").
 */
export async function identify(graph: Graph, members: readonly Member[]): Promise<Identified> {
  const ids = [...new Set(members.map(({ id }) => id))];
  const listed = await objectsById(graph, ids, TYPES);
  if (!listed.ok) return { ok: false, failure: listed.failure };
  const known = new Map(listed.value.map((one) => [String(field(one, 'id')).toLowerCase(), one]));
  const strange = ids.filter((id) => !known.has(id));
  const others = await otherwise(graph, strange);
  return { ok: true, known: ids.map((id) => (known.has(id) ? knownAs(id, known.get(id)) : (others.get(id) ?? gone(id)))) };
}

function knownAs(id: string, one: unknown): KnownMember {
  const name = field(one, 'displayName');
  const kind = KINDS.get(field(one, '@odata.type')) ?? 'other';
  return { id, kind, ...(typeof name === 'string' ? { name } : {}), isDisabled: field(one, 'accountEnabled') === false };
}

function gone(id: string): KnownMember {
  return {
    id,
    gone: true,
    problem: 'nobody has this object id in the tenant: it was deleted, or never was there',
    hint: 'Take it out of policy/people, or write the object id of who is meant.',
  };
}

/** What ids are that no principal has; where that may not be asked, they are not known for anything else. */
async function otherwise(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, KnownMember>> {
  const byAppId = await batched(graph, ids.map(principalPath), 'look application ids up');
  const registered = await batched(
    graph,
    ids.map((id) => `/applications/${id}?$select=id,appId,displayName`),
    'look app registrations up',
  );
  const apps = registered.ok ? registered.value.map((one) => field(one, 'appId')) : [];
  const owned = await batched(graph, apps.filter((appId) => typeof appId === 'string').map(principalPath), 'look service principals up');
  const principalOf = new Map(owned.ok ? owned.value.map((one) => [field(one, 'appId'), field(one, 'id')]) : []);
  return new Map(
    ids.flatMap((id, at): readonly (readonly [string, KnownMember])[] => {
      const service = byAppId.ok ? byAppId.value[at] : undefined;
      if (service !== undefined) return [[id, mistaken(id, `the application (client) id of ${nameOf(service)}`, field(service, 'id'))]];
      const app = registered.ok ? registered.value[at] : undefined;
      if (app === undefined) return [];
      return [[id, mistaken(id, `the object id of the app registration ${nameOf(app)}`, principalOf.get(field(app, 'appId')))]];
    }),
  );
}

function principalPath(appId: string): string {
  return `/servicePrincipals(appId='${appId}')?$select=id,appId,displayName`;
}

function nameOf(one: unknown): string {
  const name = field(one, 'displayName');
  return typeof name === 'string' ? name : 'an application';
}

function mistaken(id: string, what: string, right: unknown): KnownMember {
  const hint =
    typeof right === 'string'
      ? `Write the object id of its service principal (enterprise application): ${right.toLowerCase()}`
      : 'It has no service principal in this tenant yet: somebody must consent to it, or make one with az ad sp create.';
  return { id, problem: `this is ${what}, and roles are given to the object id of its service principal`, hint };
}
