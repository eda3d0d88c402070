import { createHash } from 'node:crypto';

import type { Json } from './call.ts';
import type { GcpBinding, GcpCondition } from './state.ts';

/** Three roles come back by older names, whatever was sent (BigQuery REST: Dataset, access[].role). */
const LEGACY: readonly (readonly [legacy: string, role: string])[] = [
  ['OWNER', 'roles/bigquery.dataOwner'],
  ['WRITER', 'roles/bigquery.dataEditor'],
  ['READER', 'roles/bigquery.dataViewer'],
];

const SPECIAL: readonly (readonly [group: string, kind: string])[] = [
  ['projectOwners', 'projectOwner'],
  ['projectWriters', 'projectEditor'],
  ['projectReaders', 'projectViewer'],
];

/** An allow policy's bindings as the access list of a dataset: one line for each member. */
export function accessOf(bindings: readonly GcpBinding[], version: number): readonly Json[] {
  return bindings.flatMap(({ role, members, condition, ...rest }) =>
    members.map((member) => ({ ...lineFor(role, condition, version), ...whoIn(member), ...rest })),
  );
}

/** Below version 3 a condition is left out, and the role is one that no role has (BigQuery REST: datasets.get, accessPolicyVersion). */
function lineFor(role: string, condition: GcpCondition | undefined, version: number): Json {
  const legacy = LEGACY.find(([, name]) => name === role)?.[0] ?? role;
  if (condition === undefined) return { role: legacy };
  if (version === 3) return { role: legacy, condition };
  const hash = createHash('sha256').update(JSON.stringify(condition)).digest('hex');
  return { role: `${role}_with_conditionalbinding_${hash.slice(0, 11)}` };
}

function whoIn(member: string): Json {
  const [kind, value] = [member.slice(0, member.indexOf(':')), member.slice(member.indexOf(':') + 1)];
  const special = SPECIAL.find(([, one]) => one === kind)?.[0];
  if (special !== undefined) return { specialGroup: special };
  if (kind === 'user' || kind === 'serviceAccount') return { userByEmail: value };
  if (kind === 'group') return { groupByEmail: value };
  if (kind === 'domain') return { domain: value };
  return member === 'allAuthenticatedUsers' ? { specialGroup: member } : { iamMember: member };
}

/** The lines that name principals, as bindings. */
export function bindingsOfAccess(access: readonly Json[], project: string): readonly GcpBinding[] {
  return access.flatMap((line) => {
    const member = memberIn(line, project);
    if (member === undefined) return [];
    const { role, userByEmail: _u, groupByEmail: _g, domain: _d, specialGroup: _s, iamMember: _i, condition, ...rest } = line;
    const name = LEGACY.find(([legacy]) => legacy === role)?.[1] ?? String(role);
    return [{ role: name, members: [member], ...rest, ...(condition === undefined ? {} : { condition: condition as GcpCondition }) }];
  });
}

/** The lines that let views, routines and other datasets in. */
export function viewsIn(access: readonly Json[]): readonly Json[] {
  return access.filter((line) => memberIn(line, '') === undefined);
}

function memberIn(line: Json, project: string): string | undefined {
  const { userByEmail: user, groupByEmail: group, domain, specialGroup, iamMember } = line;
  if (typeof user === 'string') return `${user.endsWith('.gserviceaccount.com') ? 'serviceAccount' : 'user'}:${user}`;
  if (typeof group === 'string') return `group:${group}`;
  if (typeof domain === 'string') return `domain:${domain}`;
  const special = SPECIAL.find(([one]) => one === specialGroup)?.[1];
  if (special !== undefined) return `${special}:${project}`;
  return [specialGroup, iamMember].find((one) => typeof one === 'string');
}
