/** `gcp` or `azure`: the name of a folder of `providers`, and the key that files use. */
export type CloudName = string;

/** A place in a cloud. `path` is for people and requests, `key` is the same folded for comparison. */
export interface Scope {
  readonly cloud: CloudName;
  readonly path: string;
  readonly key: string;
}

/** `id` compares (a role name on Google Cloud, a lower-case GUID on Azure), `name` is for people. */
export interface Role {
  readonly id: string;
  readonly name: string;
}

export type MemberKind = 'user' | 'group' | 'service' | 'other';

/** Who holds a binding, as the cloud knows them. `id` compares, `shown` keeps the cloud's spelling. */
export interface Member {
  readonly kind: MemberKind;
  readonly id: string;
  readonly shown: string;
}

/** One role for one member at one scope; `condition` is the requester's own, without the end that a provider adds. */
export interface Binding {
  readonly scope: Scope;
  readonly role: Role;
  readonly member: Member;
  readonly condition?: string;
}

const SEPARATOR = '\n'; // in no scope, role or member: all three are one line of ASCII

/** Bindings are never changed in place, and a plan compares each a dozen times: a text that is spelled once is hashed once, too. */
const triples = new WeakMap<Binding, string>();
const keys = new WeakMap<Binding, string>();

/** Scope, role and member: what Azure allows once, and what a twin shares with ours. */
export function tripleKey(binding: Binding): string {
  const known = triples.get(binding);
  if (known !== undefined) return known;
  const { scope, role, member } = binding;
  const key = [scope.cloud, scope.key, role.id, member.id].join(SEPARATOR);
  triples.set(binding, key);
  return key;
}

/** What makes two bindings one: the triple and the own condition. */
export function bindingKey(binding: Binding): string {
  const known = keys.get(binding);
  if (known !== undefined) return known;
  const key = tripleKey(binding) + SEPARATOR + (binding.condition ?? '');
  keys.set(binding, key);
  return key;
}

export function memberKey(cloud: CloudName, member: Member): string {
  return cloud + SEPARATOR + member.id;
}

export function scopeKey(scope: Scope): string {
  return scope.cloud + SEPARATOR + scope.key;
}
