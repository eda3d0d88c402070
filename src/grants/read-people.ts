import type { MemberKind } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Principal } from '../domain/directory.ts';
import { type Checked, instantFrom, note, readChecked, settled, stemFrom } from './checked.ts';
import { wrongMember } from './cloud-text.ts';
import type { Files } from './generated/types.ts';
import type { Read } from './read.ts';

type Human = NonNullable<Files['people']['people']>[string];

/** policy/people/<name>.yaml; `clouds` are all clouds of the schemas. */
export function readPeople(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<readonly Principal[]> {
  const read = readChecked('people', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { people = {}, groups = {}, services = {} } = checked.value;
  stemFrom(checked);
  return settled(checked, [
    ...Object.entries(people).map(([name, one]) => humanFrom(checked, name, one)),
    ...Object.entries(groups).map(([name, one]) => ({ ...base(checked, name, 'group', one), members: one.members })),
    ...Object.entries(services).map(([name, one]) => base(checked, name, 'service', one)),
  ]);
}

function humanFrom(checked: Checked<'people'>, name: string, one: Human): Principal {
  const { github, left } = one;
  const common = {
    ...base(checked, name, 'user', one),
    ...(github === undefined ? {} : { github }),
    ...(left === undefined ? {} : { left: instantFrom(checked, `/people/${name}/left`, left) }),
  };
  return 'person' in one
    ? { ...common, kind: 'account', person: one.person }
    : { ...common, kind: 'person', person: name, fullName: one.name };
}

const FOLDERS = { user: 'people', group: 'groups', service: 'services' } as const;

function base(checked: Checked<'people'>, name: string, kind: keyof typeof FOLDERS, one: object): Principal {
  const pointer = `/${FOLDERS[kind]}/${name}`;
  const identities = identitiesFrom(checked, one as Readonly<Record<string, string>>, kind, pointer);
  return { name, kind: kind === 'user' ? 'person' : kind, identities, members: [], source: checked.source, pointer };
}

function identitiesFrom(
  checked: Checked<'people'>,
  one: Readonly<Record<string, string>>,
  kind: MemberKind,
  pointer: string,
): ReadonlyMap<string, string> {
  const identities = new Map<string, string>();
  for (const cloud of checked.clouds) {
    const text = one[cloud.name];
    if (text === undefined) continue;
    note(checked, `${pointer}/${cloud.name}`, wrongMember(cloud, text, kind));
    identities.set(cloud.name, text);
  }
  return identities;
}
