import type { Instant } from '../../domain/instant.ts';
import { accountNamed } from './account-name.ts';
import { isDisabled } from './account-state.ts';
import { type Circumstance, lets } from './condition.ts';
import { denials } from './deny-evaluation.ts';
import { foldedMember } from './members.ts';
import { idOf, lineage, numberOf, resourceNamed, type ResourceName, typeOf } from './resources.ts';
import { roleNamed } from './roles.ts';
import type { GcpBinding, GcpState } from './state.ts';
import { thingNamed, thingOf } from './things.ts';

/** A member, a role and the place: `projects/<id or number>`, `folders/<number>` or `organizations/<number>`. */
export interface Question {
  readonly member: string;
  readonly role: string;
  readonly resource: string;
  /** Something below the resource that conditions are asked about; the resource itself when absent. */
  readonly target?: Pick<Circumstance, 'name' | 'type' | 'service'>;
}

/**
 * Whether the cloud itself would let the member use the role there at that moment: by a binding on the resource or above it,
 * to the member or to a group that it belongs to, whose condition is true, and unless deny policies leave nothing of the role or the
 * account is disabled. Throws for a resource that does not exist, since
 * "nobody has access" would hold for a misspelled one too.
 */
export function holds(state: GcpState, question: Question, at: Instant): boolean {
  const name = known(state, question.resource);
  const circumstance = { at, ...(question.target ?? describe(state, name)) };
  return inForce(state, name, question.member, circumstance).some(
    (binding) => binding.role === question.role && !shutOut(state, name, question, at),
  );
}

/** Deny policies come before what allow policies say (Google IAM: "Policy types", policy evaluation). */
function shutOut(state: GcpState, name: ResourceName, { member, role }: Pick<Question, 'member' | 'role'>, at: Instant): boolean {
  if (isDisabled(state, member)) return true;
  const permissions = roleNamed(state, role)?.includedPermissions ?? [];
  return permissions.length > 0 && permissions.every(denials(state, name, everyNameOf(state, member), at));
}

export interface Holding {
  readonly resource: ResourceName;
  readonly role: string;
  readonly member: string;
  /** The title of the condition that lets it pass now. */
  readonly title?: string;
}

/** Every member of every binding that is in force at that moment, where it is written. Groups are not taken apart. */
export function whoCan(state: GcpState, at: Instant): readonly Holding[] {
  return Object.keys(state.policies)
    .toSorted()
    .flatMap((name) => heldAt(state, name, at));
}

function heldAt(state: GcpState, name: ResourceName, at: Instant): Holding[] {
  const circumstance = { at, ...describe(state, name) };
  return bindingsOf(state, name)
    .filter(({ condition }) => lets(condition, circumstance) === true)
    .flatMap(({ role, members, condition }) => members.map((member) => ({ resource: name, role, member, ...titled(condition?.title) })))
    .filter((holding) => !shutOut(state, name, holding, at));
}

function titled(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title };
}

/** The permissions that roles in force give the member on a resource; by other policies than the true ones where a caller lags. */
export function permissionsOf(
  state: GcpState,
  asked: { readonly member: string; readonly resource: ResourceName; readonly at: Instant; readonly modifiedRoles?: readonly string[] },
  bindings: (name: ResourceName) => readonly GcpBinding[] = (name) => bindingsOf(state, name),
): ReadonlySet<string> {
  const { at, modifiedRoles } = asked;
  const circumstance = { at, ...describe(state, asked.resource), ...(modifiedRoles === undefined ? {} : { modifiedRoles }) };
  const found = inForce(state, asked.resource, asked.member, circumstance, bindings);
  const isDenied = denials(state, asked.resource, everyNameOf(state, asked.member), at);
  const given = found.flatMap(({ role }) => roleNamed(state, role)?.includedPermissions ?? []);
  return new Set(given.filter((permission) => !isDenied(permission)));
}

function inForce(
  state: GcpState,
  name: ResourceName,
  member: string,
  circumstance: Circumstance,
  bindings: (name: ResourceName) => readonly GcpBinding[] = (name) => bindingsOf(state, name),
): readonly GcpBinding[] {
  const names = everyNameOf(state, member);
  return lineage(state, name)
    .flatMap(bindings)
    .filter((binding) => binding.members.some((one) => names.has(foldedMember(one))) && lets(binding.condition, circumstance) === true);
}

function bindingsOf(state: GcpState, name: ResourceName): readonly GcpBinding[] {
  return state.policies[name]?.bindings ?? [];
}

function known(state: GcpState, resource: string): ResourceName {
  const [collection = '', id = '', below, account = ''] = resource.replace(/^\/\/cloudresourcemanager\.googleapis\.com\//, '').split('/');
  const name =
    below === 'serviceAccounts'
      ? accountNamed(state, id, account)?.name
      : thingOf(resource) === undefined
        ? resourceNamed(state, collection, id)
        : thingNamed(state, resource);
  if (name === undefined) throw new Error(`the simulated Google Cloud has no ${resource}`);
  return name;
}

/** How conditions see a resource of Resource Manager: by number (Google IAM Conditions: attribute reference, resource.name). */
function describe(state: GcpState, name: ResourceName): Pick<Circumstance, 'name' | 'type' | 'service'> {
  const type = typeOf(name);
  const thing = thingOf(name);
  const [collection = '', , ...rest] = name.split('/');
  const project = thing === undefined || thing.project === 'number' ? numberOf(state, name) : thing.project === 'id' ? idOf(name) : '_';
  return { name: [collection, project, ...rest].join('/'), type, service: type.slice(0, type.indexOf('/')) };
}

/** The member itself, its groups and theirs, its domain, and everybody. */
function everyNameOf(state: GcpState, member: string): ReadonlySet<string> {
  const names = new Set([foldedMember(member), 'allUsers', 'allAuthenticatedUsers']);
  for (const set of state.sets?.[member] ?? []) names.add(set);
  const domain = /^(?:user|group):[^@]+@(.+)$/.exec(foldedMember(member))?.[1];
  if (domain !== undefined) names.add(`domain:${domain}`);
  for (const name of names) {
    for (const [group, members] of Object.entries(state.groups)) {
      // A set hands out what is added while it is walked, so groups in groups are found too.
      if (members.some((one) => foldedMember(one) === name)) names.add(foldedMember(`group:${group}`));
    }
  }
  return names;
}
