import { compare } from '../domain/finding.ts';
import type { Binding, CloudName, Role, Scope } from '../domain/access.ts';
import { formatInstant, type Instant, parseInstant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Permission } from '../domain/permission.ts';
import type { Answer, Forge } from '../forge/forge.ts';

/** One orphan commit, replaced by each `apply`: what plans without credentials are made on. */
export const SNAPSHOT = 'grantkeeper/snapshot';

const FILE = 'snapshot.json';

/** A live binding as a run saw it; without the handle, which is for writers alone. */
export interface SeenBinding extends Omit<LiveBinding, 'handle'> {
  /** Whether it was one of ours. */
  readonly ours: boolean;
  /** The name of policy/people that holds it; absent where no name fits. */
  readonly principal?: string;
}

/** What the clouds held when a run looked. It decides nothing: it is there to be shown, with its age. */
export interface Snapshot {
  readonly at: Instant;
  /** The commit of the default branch that the run was made on. */
  readonly commit: string;
  /** By cloud, scope, role, holder and own condition; ours first where not all of them had room. */
  readonly bindings: readonly SeenBinding[];
  /** Scopes that could not be read: what is there is not known. */
  readonly unread: readonly Scope[];
  /** How many bindings made by others had no room. */
  readonly leftOut: number;
  /** What its cloud told of roles that are in no published list; absent in snapshots of earlier versions. */
  readonly roles?: readonly SeenRole[];
}

/** A role as its cloud told of it. */
export interface SeenRole {
  readonly cloud: CloudName;
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** As many bindings as stand in a snapshot: each takes about 300 bytes, and every run sends all of them. */
const MOST_BINDINGS = 20_000;

/** The newest snapshot; undefined where no run has made one. One that does not read is a failure of kind `invalid`. */
export async function readSnapshot(forge: Pick<Forge, 'own'>): Promise<Answer<Snapshot | undefined>> {
  const branch = await forge.own.read(SNAPSHOT, (names) => names.filter((name) => name === FILE));
  if (!branch.ok) return branch;
  const text = branch.value?.files.get(FILE);
  if (text === undefined) return { ok: true, value: undefined };
  const snapshot = parsed(text);
  if (snapshot !== undefined) return { ok: true, value: snapshot };
  return {
    ok: false,
    failure: { kind: 'invalid', message: `the snapshot on ${SNAPSHOT} does not read`, hint: 'The next apply replaces it.' },
  };
}

/** Puts a snapshot in the place of the one before. */
export async function writeSnapshot(forge: Pick<Forge, 'own'>, snapshot: Snapshot): Promise<Answer<string>> {
  return forge.own.replace(SNAPSHOT, new Map([[FILE, snapshotText(snapshot)]]), `Snapshot of ${formatInstant(snapshot.at)}\n`);
}

/** In order and within bounds, from all that a run saw; ours always have room first. */
export function boundedSnapshot(seen: Omit<Snapshot, 'leftOut'>, most = MOST_BINDINGS): Snapshot {
  const { bindings } = seen;
  const kept =
    bindings.length <= most ? bindings : [...bindings.filter((one) => one.ours), ...bindings.filter((one) => !one.ours)].slice(0, most);
  return { ...seen, bindings: kept.toSorted(byOrder), leftOut: bindings.length - kept.length };
}

/** The order in which bindings stand in a snapshot. */
export function byOrder(a: SeenBinding, b: SeenBinding): number {
  return compare(spelled(a).order, spelled(b).order) || Number(b.ours) - Number(a.ours);
}

interface Spelled {
  readonly order: string;
  readonly line: string;
}

const spellings = new WeakMap<SeenBinding, Spelled>();

/** Spelled once: a run does it for most of what it saw while it waits for its writes. */
export function spelled(one: SeenBinding): Spelled {
  const known = spellings.get(one) ?? { order: orderOf(one.binding), line: lineOf(one) };
  spellings.set(one, known);
  return known;
}

function orderOf({ scope, role, member, condition = '' }: Binding): string {
  return [scope.cloud, scope.key, role.name, member.id, condition].join('\n');
}

function lineOf(one: SeenBinding): string {
  return JSON.stringify({ ...one, ...(one.mark === undefined ? {} : { mark: markJson(one.mark) }) });
}

const texts = new WeakMap<Snapshot, string>();

/** As it is written; worked out once, so that it can be before it is. */
export function snapshotText(snapshot: Snapshot): string {
  const text = texts.get(snapshot) ?? textFor(snapshot);
  texts.set(snapshot, text);
  return text;
}

/** One binding a line, so that two snapshots can be compared by eye. */
function textFor({ at, commit, bindings, unread, leftOut, roles = [] }: Snapshot): string {
  const head = JSON.stringify({ version: 1, at: formatInstant(at), commit, leftOut, unread, roles });
  const lines = bindings.map((one) => spelled(one).line);
  return `${head.slice(0, -1)},"bindings":[\n${lines.join(',\n')}\n]}\n`;
}

type Mark = NonNullable<LiveBinding['mark']>;

function markJson({ stamp, grant, until, starts }: Mark): object {
  return {
    stamp,
    grant,
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    ...(starts === undefined ? {} : { starts: formatInstant(starts) }),
  };
}

/** Whatever is not just as `snapshotText` writes it makes the whole unreadable: half a picture would pass for all of it. */
function parsed(text: string): Snapshot | undefined {
  try {
    const { version, at, commit, leftOut, unread, bindings, roles = [] } = fieldsOf(JSON.parse(text));
    if (version !== 1 || !Array.isArray(unread) || !Array.isArray(bindings) || !Array.isArray(roles)) return undefined;
    return {
      at: instantOf(at),
      commit: textOf(commit),
      bindings: bindings.map(bindingOf),
      unread: unread.map(scopeOf),
      leftOut: numberOf(leftOut),
      roles: roles.map(roleOf),
    };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable();
  return value as Readonly<Record<string, unknown>>;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Unreadable();
  return value;
}

function numberOf(value: unknown): number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw new Unreadable();
  return Number(value);
}

function flagOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Unreadable();
  return value;
}

function instantOf(value: unknown): Instant {
  const at = parseInstant(textOf(value));
  if (at === undefined) throw new Unreadable();
  return at;
}

function scopeOf(value: unknown): Scope {
  const { cloud, path, key } = fieldsOf(value);
  return { cloud: textOf(cloud), path: textOf(path), key: textOf(key) };
}

const KINDS = ['user', 'group', 'service', 'other'] as const;
const ORIGINS = ['service-agent', 'pim', 'pam', 'inherited', 'jit'] as const;

function oneOf<T extends string | boolean>(all: readonly T[], value: unknown): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new Unreadable();
  return found;
}

function bindingOf(value: unknown): SeenBinding {
  const { binding, mark, conditional, origin, ours, principal } = fieldsOf(value);
  const { scope, role, member, condition } = fieldsOf(binding);
  const { id, name } = fieldsOf(role);
  const holder = fieldsOf(member);
  return {
    binding: {
      scope: scopeOf(scope),
      role: { id: textOf(id), name: textOf(name) },
      member: { kind: oneOf(KINDS, holder['kind']), id: textOf(holder['id']), shown: textOf(holder['shown']) },
      ...(condition === undefined ? {} : { condition: textOf(condition) }),
    },
    ...(mark === undefined ? {} : { mark: markOf(mark) }),
    conditional: flagOf(conditional),
    ...(origin === undefined ? {} : { origin: oneOf(ORIGINS, origin) }),
    ours: flagOf(ours),
    ...(principal === undefined ? {} : { principal: textOf(principal) }),
  };
}

function roleOf(value: unknown): SeenRole {
  const { cloud, role, permissions } = fieldsOf(value);
  const { id, name } = fieldsOf(role);
  if (!Array.isArray(permissions)) throw new Unreadable();
  return { cloud: textOf(cloud), role: { id: textOf(id), name: textOf(name) }, permissions: permissions.map(permissionOf) };
}

function permissionOf(value: unknown): Permission {
  const { name, data, except } = fieldsOf(value);
  if (except !== undefined && !Array.isArray(except)) throw new Unreadable();
  return {
    name: textOf(name),
    ...(data === undefined ? {} : { data: oneOf([true as const], data) }),
    ...(except === undefined ? {} : { except: except.map(textOf) }),
  };
}

function markOf(value: unknown): Mark {
  const { stamp, grant, until, starts } = fieldsOf(value);
  return {
    stamp: textOf(stamp),
    grant: textOf(grant),
    ...(until === undefined ? {} : { until: instantOf(until) }),
    ...(starts === undefined ? {} : { starts: instantOf(starts) }),
  };
}
