import type { Scope } from '../../domain/access.ts';
import { field } from '../answer.ts';
import type { Policy, PolicyBinding } from './policy.ts';

/** One line of a dataset's access list as it came, which goes back untouched (BigQuery REST: Dataset, access[]). */
type Entry = Readonly<Record<string, unknown>>;

/** BigQuery answers with these names whatever it was sent (BigQuery REST: Dataset, access[].role). */
const LEGACY: Readonly<Record<string, string>> = {
  OWNER: 'roles/bigquery.dataOwner',
  WRITER: 'roles/bigquery.dataEditor',
  READER: 'roles/bigquery.dataViewer',
};

/**
 * A dataset as an allow policy with one binding for each line of its access list, which keeps the line beside it as `entry`. Lines
 * for views and routines have nobody in them. Undefined where the answer shows no list: that is no empty one.
 */
export function policyOfDataset({ path }: Scope, body: unknown): Policy | undefined {
  const access = field(body, 'access');
  const etag = field(body, 'etag');
  if (!Array.isArray(access) || typeof etag !== 'string' || !access.every(isEntry)) return undefined;
  const project = path.split('/')[1] ?? '';
  return { etag, bindings: access.map((entry) => bindingOf(entry, project)) };
}

/** What is sent: lines that came go back as they were, and each new binding is a line. */
export function accessOf({ bindings = [] }: Policy): readonly unknown[] {
  return bindings.map((binding) => binding['entry'] ?? entryOf(binding));
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bindingOf(entry: Entry, project: string): PolicyBinding {
  const role = field(entry, 'role');
  const member = memberIn(entry, project);
  const condition = field(entry, 'condition');
  return {
    role: typeof role === 'string' ? (LEGACY[role] ?? role) : '',
    members: member === undefined ? [] : [member],
    // Not looked at here: a condition that does not read makes the whole policy unsafe.
    ...(condition === undefined ? {} : { condition: condition as NonNullable<PolicyBinding['condition']> }),
    entry,
  };
}

/** Who stands in a line, as allow policies spell it (BigQuery REST: Dataset, access[]: what each field maps to). */
function memberIn(entry: Entry, project: string): string | undefined {
  const of = (name: string): string | undefined => {
    const value = field(entry, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [user, group, domain, special] = ['userByEmail', 'groupByEmail', 'domain', 'specialGroup'].map(of);
  if (user !== undefined) return `${/\.gserviceaccount\.com$/i.test(user) ? 'serviceAccount' : 'user'}:${user}`;
  if (group !== undefined) return `group:${group}`;
  if (domain !== undefined) return `domain:${domain}`;
  return special === undefined ? of('iamMember') : specialMember(special, project);
}

const SPECIAL: Readonly<Record<string, string>> = {
  projectOwners: 'projectOwner',
  projectWriters: 'projectEditor',
  projectReaders: 'projectViewer',
};

function specialMember(group: string, project: string): string {
  const kind = SPECIAL[group];
  return kind === undefined ? group : `${kind}:${project}`;
}

/** A binding of ours has one member, who is a user, a group or a service account. */
function entryOf({ role, members: [member = ''] = [], condition }: PolicyBinding): Entry {
  const address = member.slice(member.indexOf(':') + 1);
  return { role, ...(member.startsWith('group:') ? { groupByEmail: address } : { userByEmail: address }), condition };
}
