import type { Member, MemberKind } from '../../domain/access.ts';
import type { Parsed } from '../../domain/cloud.ts';
import { FEDERATED } from './deny-principal.ts';

const PREFIXES: ReadonlyMap<string, MemberKind> = new Map([
  ['user', 'user'],
  ['group', 'group'],
  ['serviceAccount', 'service'],
]);

/** An e-mail address as Google takes it for accounts, in ASCII. */
const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
const SERVICE_ACCOUNT_HOST = /(?:^|\.)gserviceaccount\.com$/;

/** Members that hold more than one known principal, or that nobody can be told apart by. */
const REFUSED: readonly { readonly form: RegExp; readonly problem: string }[] = [
  { form: /^all(?:Authenticated)?Users$/i, problem: 'stands for everybody on the internet and cannot carry a condition' },
  { form: /^domain:/i, problem: 'stands for a whole domain, not for one principal of the directory' },
  {
    form: /^principal(?:Set|Hierarchy)?:/i,
    problem: 'is a federated identity; this version grants to users, groups and service accounts only',
  },
  { form: /^project(?:Owner|Editor|Viewer):/i, problem: 'stands for whoever holds a basic role on a project' },
  { form: /^deleted:/i, problem: 'is the remains of a deleted account and cannot be granted anything' },
];

/**
 * `user:`, `group:` or `serviceAccount:` and an address; the address is compared in lower case (Google IAM: principal identifiers). A
 * federated identity is granted nothing, but whoever has one can be recalled: for the kind of what is none of the three.
 */
export function parseMember(text: string, kind: MemberKind): Parsed<Member> {
  if (kind === 'other' && FEDERATED.test(text)) return { ok: true, value: memberOf(text) };
  const refused = REFUSED.find(({ form }) => form.test(text));
  if (refused !== undefined)
    return { ok: false, problem: `${text} ${refused.problem}`, hint: 'name the user, group or service account that needs it' };
  const [prefix, address] = split(text);
  const found = PREFIXES.get(prefix);
  if (found === undefined || !ADDRESS.test(address)) {
    return {
      ok: false,
      problem: `${text} is no principal of Google Cloud`,
      hint: 'write user:, group: or serviceAccount: and an e-mail address',
    };
  }
  if (found !== 'service' && SERVICE_ACCOUNT_HOST.test(address)) {
    return { ok: false, problem: `${address} is a service account`, hint: `write serviceAccount:${address}` };
  }
  if (found !== kind) return { ok: false, problem: `${text} is a ${nameOf(found)}, but the directory lists it as a ${nameOf(kind)}` };
  return { ok: true, value: { kind, id: `${prefix}:${address}`, shown: `${prefix}:${address}` } };
}

/** A member as a policy spells it. What is not a user, group or service account is kept as it is, since its case counts. */
export function memberOf(raw: string): Member {
  const [prefix, address] = split(raw);
  const kind = PREFIXES.get(prefix);
  if (kind !== undefined) return { kind, id: `${prefix}:${address}`, shown: raw };
  return { kind: 'other', id: prefix === 'domain' ? `${prefix}:${address}` : raw, shown: raw };
}

/** `deleted:user:ada@example.com?uid=1` as the account that it was; all else as it is (Google IAM: "Deleted principals"). */
export function beforeDeletion(raw: string): string {
  return /^deleted:((?:user|group|serviceAccount):[^?]+)\?uid=\d+$/.exec(raw)?.[1] ?? raw;
}

function split(text: string): readonly [prefix: string, address: string] {
  const at = text.indexOf(':');
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1).toLowerCase()];
}

function nameOf(kind: MemberKind): string {
  return kind === 'service' ? 'service account' : kind;
}
