import type { MemberKind } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Directory, Principal } from '../domain/directory.ts';
import { compare, type Finding } from '../domain/finding.ts';
import { mistake } from './codes.ts';
import { overAll, wrongName } from './names.ts';

/** All names of policy/people in order, and what is wrong with them together. */
export function assembleDirectory(
  principals: readonly Principal[],
  clouds: readonly CloudSyntax[],
): { readonly directory: Directory; readonly findings: readonly Finding[] } {
  const sorted = principals.toSorted((a, b) => compare(a.name, b.name));
  const directory = new Map<string, Principal>();
  const findings: Finding[] = [];
  for (const one of sorted) {
    const other = directory.get(one.name);
    if (other === undefined) directory.set(one.name, one);
    else
      findings.push(mistake('GK1302', one.source.key(one.pointer), `\`${one.name}\` is a name already`, `The other is at ${home(other)}.`));
  }
  findings.push(...identitiesTwice(sorted, clouds), ...loginsTwice(sorted));
  for (const one of directory.values()) findings.push(...peopleBehind(directory, one));
  return { directory, findings };
}

/** `policy/people/payments.yaml:3` */
export function home({ source, pointer }: Principal): string {
  const { file, line } = source.key(pointer);
  return `${file}:${line}`;
}

const KINDS: Readonly<Record<Principal['kind'], MemberKind>> = { person: 'user', account: 'user', group: 'group', service: 'service' };

/** Two names for one identity would give and take each other's access. */
function identitiesTwice(principals: readonly Principal[], clouds: readonly CloudSyntax[]): readonly Finding[] {
  return clouds.flatMap((cloud) => {
    const known = new Map<string, Principal>();
    const findings: Finding[] = [];
    for (const one of principals) {
      const text = one.identities.get(cloud.name);
      if (text === undefined) continue;
      const member = cloud.member(text, KINDS[one.kind]);
      const finding = taken(known, member.ok ? member.value.id : text, one, cloud.name);
      if (finding !== undefined) findings.push(finding);
    }
    return findings;
  });
}

/** GitHub's logins do not mind case. */
function loginsTwice(principals: readonly Principal[]): readonly Finding[] {
  const known = new Map<string, Principal>();
  const found = principals.map((one) => (one.github === undefined ? undefined : taken(known, one.github.toLowerCase(), one, 'github')));
  return found.filter((one) => one !== undefined);
}

function taken(known: Map<string, Principal>, id: string, one: Principal, key: string): Finding | undefined {
  const other = known.get(id);
  if (other === undefined) {
    known.set(id, one);
    return undefined;
  }
  const hint = `\`${other.name}\` has it, at ${home(other)}.`;
  return mistake('GK1303', one.source.place(`${one.pointer}/${key}`), 'this identity has a name already', hint);
}

/** The person of an account, and the people of a group. */
function peopleBehind(directory: Directory, one: Principal): readonly Finding[] {
  if (one.kind === 'account') {
    const wrong = wrongName(directory, one.person as string, ['person'], one.source, `${one.pointer}/person`);
    return wrong === undefined ? [] : [wrong];
  }
  return overAll(one.members, `${one.pointer}/members`, (name, at) => wrongName(directory, name, ['person', 'account'], one.source, at));
}
