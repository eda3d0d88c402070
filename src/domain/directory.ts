import type { CloudName } from './access.ts';
import type { Instant } from './instant.ts';
import type { Source } from './source.ts';

export type PrincipalKind = 'person' | 'account' | 'group' | 'service';

/** A name of policy/people: a human, a further account of one, a group or a service. */
export interface Principal {
  readonly name: string;
  readonly kind: PrincipalKind;
  /** The human's own name, `Ada Byron`; absent on all but people. */
  readonly fullName?: string;
  /** The person that an account belongs to; a person's own name on a person. */
  readonly person?: string;
  readonly github?: string;
  /** By cloud, as written: `user:ada@example.com`, or an object id. */
  readonly identities: ReadonlyMap<CloudName, string>;
  /** Of a group only: names of people and accounts. */
  readonly members: readonly string[];
  readonly left?: Instant;
  readonly source: Source;
  /** Where in its file it stands, such as `/people/ada`. */
  readonly pointer: string;
}

/** All names of policy/people/*.yaml. */
export type Directory = ReadonlyMap<string, Principal>;

/** Every name that belongs to the same human as `name`: the person and all further accounts; just itself for the rest. */
export function sameHuman(directory: Directory, name: string): readonly string[] {
  const person = directory.get(name)?.person;
  if (person === undefined) return [name];
  const known = humans.get(directory) ?? Map.groupBy(directory.values(), (one) => one.person);
  humans.set(directory, known);
  return (known.get(person) as readonly Principal[]).map((one) => one.name);
}

/** By person all that belongs to it: rules ask about the same few directories over and over. */
const humans = new WeakMap<Directory, ReadonlyMap<string | undefined, readonly Principal[]>>();

/** The humans that stand behind a name: its person, or the people of a group; a service has none. */
export function humansBehind(directory: Directory, name: string): readonly string[] {
  const principal = directory.get(name);
  if (principal === undefined) return [];
  if (principal.kind !== 'group') return principal.person === undefined ? [] : [principal.person];
  const people = principal.members.map((member) => directory.get(member)?.person);
  return [...new Set(people.filter((one) => one !== undefined))];
}

/** When a principal's access ends because its human has left: the person's `left` counts for every account, which may end earlier. */
export function leftAt(directory: Directory, name: string): Instant | undefined {
  const principal = directory.get(name);
  if (principal === undefined) return undefined;
  const person = principal.person === undefined ? undefined : directory.get(principal.person);
  const lefts = [principal.left, person?.left].filter((at) => at !== undefined);
  return lefts.length === 0 ? undefined : (Math.min(...lefts) as Instant);
}
