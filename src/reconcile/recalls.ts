import { memberKey } from '../domain/access.ts';
import { type Directory, sameHuman } from '../domain/directory.ts';
import type { Clouds } from './clouds.ts';

/** What is known of one principal of a file recalls/<name>.yaml, or of the branch that carries it. */
export interface RecallState {
  /** The file's stem. */
  readonly name: string;
  /** As the file named it; the stem where it does not read. */
  readonly principal: string;
  readonly standing: boolean;
  /** Whether its principal is to be locked out, too: it was approved, or confirmed in the command. */
  readonly locks?: boolean;
  /** Where in first-parent history the approved deletion of the file landed. */
  readonly liftedAt?: number;
}

/** Who holds nothing now, and which ids stay dead for whom. */
export interface Recalled {
  /** Identities, as `memberKey` spells them; a stranger's raw identity is matched in every cloud. */
  readonly members: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** By name: where in first-parent history the last recall of its human was lifted. */
  readonly lifted: ReadonlyMap<string, number>;
  /** Recalls of principals that no control file ever knew: an alarm unless they are raw identities. */
  readonly unknown: readonly string[];
}

/**
 * A recall acts on identities, over all names that share a person, in every state of policy/people that is given: somebody who
 * was taken out of the files is recalled by what the files once said.
 */
export function recalled(states: readonly RecallState[], directories: readonly Directory[], clouds: Clouds): Recalled {
  const members = new Set<string>();
  const names = new Set<string>();
  const lifted = new Map<string, number>();
  const known = new Set<string>();
  const strange: RecallState[] = [];
  for (const state of states) {
    const humans = [...new Set(directories.flatMap((directory) => namesOf(directory, state.principal, clouds)))];
    if (state.standing) {
      for (const name of humans.length === 0 ? [state.principal] : humans) names.add(name);
      for (const key of identitiesOf(humans, state.principal, directories, clouds)) members.add(key);
      if (humans.length > 0 || isRaw(state.principal, clouds)) known.add(state.name);
      else strange.push(state);
    }
    const at = state.liftedAt;
    if (at !== undefined) for (const name of humans) lifted.set(name, Math.max(at, lifted.get(name) ?? at));
  }
  // The stem of a file need be nobody's name, as long as the file named somebody.
  const unknown = strange.filter(({ name }) => !known.has(name)).map(({ principal }) => principal);
  return { members, names, lifted, unknown };
}

/** All names of the human that a name or a raw identity belongs to. */
function namesOf(directory: Directory, principal: string, clouds: Clouds): readonly string[] {
  if (directory.has(principal)) return sameHuman(directory, principal);
  const raw = new Set(rawKeys(principal, clouds));
  const owners = [...directory.values()].filter((one) => keysOf(one.identities, clouds).some((key) => raw.has(key)));
  return owners.flatMap((owner) => sameHuman(directory, owner.name));
}

function identitiesOf(names: readonly string[], principal: string, directories: readonly Directory[], clouds: Clouds): readonly string[] {
  const known = directories.flatMap((directory) => names.flatMap((name) => keysOf(directory.get(name)?.identities ?? new Map(), clouds)));
  return [...known, ...rawKeys(principal, clouds)];
}

function keysOf(identities: ReadonlyMap<string, string>, clouds: Clouds): readonly string[] {
  return [...identities].flatMap(([cloud, text]) => rawKeys(text, new Map([...clouds].filter(([name]) => name === cloud))));
}

const KINDS = ['user', 'group', 'service', 'other'] as const;

function rawKeys(text: string, clouds: Clouds): readonly string[] {
  return [...clouds.values()].flatMap((cloud) =>
    KINDS.flatMap((kind) => {
      const parsed = cloud.member(text, kind);
      return parsed.ok ? [memberKey(cloud.name, parsed.value)] : [];
    }),
  );
}

function isRaw(principal: string, clouds: Clouds): boolean {
  return rawKeys(principal, clouds).length > 0;
}
