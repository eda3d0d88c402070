import type { CloudName, Member, MemberKind } from '../../domain/access.ts';
import type { CloudSyntax } from '../../domain/cloud.ts';
import type { Directory, Principal, PrincipalKind } from '../../domain/directory.ts';
import type { Identified, KnownMember } from '../../providers/provider.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, pass, type Question, unknown } from './check.ts';

const FAMILY = 'policy/people';

const KNOWN: Question = {
  id: 'people-known',
  family: FAMILY,
  wanted: 'every identity of policy/people is what it stands for',
  fix: 'Mend the identity in policy/people.',
};

const NAMED: Question = {
  id: 'people-named',
  family: FAMILY,
  wanted: 'people are called as in the directory',
  fix: 'See that the object id is that of the right person, and mend whichever is wrong.',
};

/** An identity of policy/people as its cloud knows identities. */
export interface Listed {
  readonly name: string;
  readonly principal: Principal;
  readonly member: Member;
}

const KINDS: Record<PrincipalKind, MemberKind> = { person: 'user', account: 'user', group: 'group', service: 'service' };
const SECTIONS: Partial<Record<MemberKind, string>> = { user: 'people', group: 'groups', service: 'services' };

export function listedIn(directory: Directory, cloud: CloudName, syntax: CloudSyntax): readonly Listed[] {
  return [...directory.values()].flatMap((principal) => {
    const member = syntax.member(principal.identities.get(cloud) ?? '', KINDS[principal.kind]);
    return member.ok ? [{ name: principal.name, principal, member: member.value }] : [];
  });
}

/** Whether each identity is there, of its kind, and called as policy says; names are checked where the directory tells them. */
export function peopleChecks(title: string, listed: readonly Listed[], answer: Identified): readonly Check[] {
  const source = `${title}: look-up of ${listed.length} identities`;
  if (!answer.ok) return [checkOf(KNOWN, source, unknown(answer.failure.message, answer.failure.hint ?? 'Run doctor again.'))];
  const known = new Map(answer.known.map((one) => [one.id, one]));
  const wrong = listed.flatMap((one) => wrongIn(one, known.get(one.member.id)));
  const odd = listed.flatMap((one) => oddIn(one, known.get(one.member.id)));
  return [
    checkOf(KNOWN, source, found(wrong, `${listed.length} identities are known`)),
    checkOf(NAMED, source, found(odd, 'all names agree')),
  ];
}

interface Wrong {
  readonly text: string;
  readonly fix?: string;
}

function found(wrong: readonly Wrong[], fine: string): Finding {
  const fixes = wrong.flatMap(({ text, fix }) => (fix === undefined ? [] : [`${text.split(':')[0] ?? ''}: ${fix}`]));
  return wrong.length === 0 ? pass(fine) : fail(wrong.map(({ text }) => text).join('; '), fixes.length === 0 ? undefined : fixes.join(' '));
}

function wrongIn({ name, member }: Listed, known: KnownMember | undefined): readonly Wrong[] {
  if (known?.problem !== undefined)
    return [{ text: `${name}: ${member.shown}: ${known.problem}`, ...(known.hint === undefined ? {} : { fix: known.hint }) }];
  const section = SECTIONS[known?.kind ?? member.kind];
  if (known === undefined || section === undefined || known.kind === member.kind) return [];
  return [{ text: `${name}: the directory knows ${member.shown} as one of its ${section}`, fix: `List it under ${section}:.` }];
}

function oddIn({ name, principal }: Listed, known: KnownMember | undefined): readonly Wrong[] {
  const { fullName } = principal;
  if (fullName === undefined || known?.name === undefined || folded(fullName) === folded(known.name)) return [];
  return [{ text: `${name}: policy says ${fullName}, the directory ${known.name}` }];
}

/** Case, accents and what stands in brackets tell nobody apart. */
function folded(name: string): string {
  return name
    .replaceAll(/\(.*?\)/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
