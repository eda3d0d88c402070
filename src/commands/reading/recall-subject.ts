import { bindingKey, type CloudName, type MemberKind, memberKey } from '../../domain/access.ts';
import type { Directory, Principal } from '../../domain/directory.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { recalled } from '../../reconcile/recalls.ts';
import type { Situation } from './situation.ts';

/** Whom a recall is about. */
export interface Subject {
  /** All identities of the human, as `memberKey` spells them. */
  readonly members: ReadonlySet<string>;
  /** By cloud what kinds of identity they are. */
  readonly kinds: ReadonlyMap<CloudName, ReadonlySet<MemberKind>>;
  /** Groups of policy/people that the human is a member of. */
  readonly groups: readonly { readonly name: string; readonly members: ReadonlySet<string> }[];
}

type Known = Pick<Situation, 'basis' | 'control' | 'clouds'>;

export function subjectOf(principal: string, { basis, control, clouds }: Known): Subject {
  const directories = basis.control.states.map(({ directory }) => directory);
  const { members, names } = recalled([{ name: principal, principal, standing: true }], directories, clouds);
  const groups = [...control.directory.values()]
    .filter((one) => one.kind === 'group' && one.members.some((member) => names.has(member)))
    .map((group) => ({ name: group.name, members: new Set(identities(group, clouds)) }));
  return { members, kinds: kindsOf(names, members, directories, clouds), groups };
}

function identities({ identities: written }: Principal, clouds: Clouds): readonly string[] {
  return [...written].flatMap(([cloud, text]) => {
    const member = clouds.get(cloud)?.member(text, 'group');
    return member?.ok === true ? [memberKey(cloud, member.value)] : [];
  });
}

const KIND = { person: 'user', account: 'user', group: 'group', service: 'service' } as const;

/** What policy/people says they are; of a stranger, what the identity alone can be. */
function kindsOf(
  names: ReadonlySet<string>,
  members: ReadonlySet<string>,
  directories: readonly Directory[],
  clouds: Clouds,
): Subject['kinds'] {
  const known = directories.flatMap((directory) => [...names].flatMap((name) => directory.get(name)?.kind ?? []));
  const kinds: readonly MemberKind[] = known.length > 0 ? known.map((kind) => KIND[kind]) : ['user', 'group', 'service', 'other'];
  return new Map(
    [...clouds.values()].map((cloud) => {
      const prefix = memberKey(cloud.name, { kind: 'other', id: '', shown: '' });
      const ids = [...members].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [cloud.name, new Set(kinds.filter((kind) => ids.some((id) => cloud.member(id, kind).ok)))] as const;
    }),
  );
}

/** What the groups hold, as far as this run read: it is not taken, since others hold it too. */
export function groupHoldings({ survey }: Pick<Situation, 'survey'>, { groups }: Subject): readonly { group: string; live: LiveBinding }[] {
  const live = onceEach([...survey.readings.values()].flatMap((reading) => reading.live));
  return groups.flatMap(({ name, members }) =>
    live.filter(({ binding }) => members.has(memberKey(binding.scope.cloud, binding.member))).map((one) => ({ group: name, live: one })),
  );
}

/** The same for the same binding, at whatever scope it was seen. */
export function liveKey({ binding, handle }: LiveBinding): string {
  return `${bindingKey(binding)}\n${handle}`;
}

/** A binding is seen again at every scope that inherits it. */
export function onceEach(live: readonly LiveBinding[]): readonly LiveBinding[] {
  const isDirect = ({ origin }: LiveBinding) => origin !== 'inherited';
  const inOrder = [...live.filter(isDirect), ...live.filter((one) => !isDirect(one))];
  const seen = new Map<string, LiveBinding>();
  for (const one of inOrder) {
    if (!seen.has(liveKey(one))) seen.set(liveKey(one), one);
  }
  return [...seen.values()];
}
