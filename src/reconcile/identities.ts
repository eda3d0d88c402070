import { memberKey } from '../domain/access.ts';
import type { Directory, PrincipalKind } from '../domain/directory.ts';
import type { MemberKind } from '../domain/access.ts';
import type { Clouds } from './clouds.ts';

const KINDS: Readonly<Record<PrincipalKind, MemberKind>> = { person: 'user', account: 'user', group: 'group', service: 'service' };

const answers = new WeakMap<Directory, WeakMap<Clouds, ReadonlyMap<string, string>>>();

/** Every identity of policy/people, by `memberKey`, and the name that it belongs to. Worked out once for a state of the files. */
export function namesByMember(directory: Directory, clouds: Clouds): ReadonlyMap<string, string> {
  const known = answers.get(directory) ?? new WeakMap<Clouds, ReadonlyMap<string, string>>();
  answers.set(directory, known);
  const members = known.get(clouds) ?? identitiesIn(directory, clouds);
  known.set(clouds, members);
  return members;
}

function identitiesIn(directory: Directory, clouds: Clouds): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const { name, kind, identities } of directory.values()) {
    for (const [cloud, text] of identities) {
      const parsed = clouds.get(cloud)?.member(text, KINDS[kind]);
      if (parsed?.ok === true) members.set(memberKey(cloud, parsed.value), name);
    }
  }
  return members;
}
