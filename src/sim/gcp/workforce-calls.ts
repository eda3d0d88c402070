import type { GcpCall, Reply } from './call.ts';
import { denied, rightsOn } from './caller.ts';

/**
 * iam v1 locations.workforcePools.subjects.revokeSessions: sessions and credentials that were issued are no longer good, at once. A
 * pool belongs to an organization; the one of this world is asked for the right.
 */
export function revokeSessions(call: GcpCall): Reply {
  const { pool = '', subject = '' } = call.path;
  const name = `locations/global/workforcePools/${pool}/subjects/${subject}`;
  const permission = 'iam.workforcePoolSubjects.revokeSessions';
  const [organization = ''] = Object.keys(call.state.organizations);
  const known = Object.hasOwn(call.state.workforce ?? {}, name);
  if (!known || !rightsOn(call, `organizations/${organization}`)(permission)) return { error: denied(call, permission, name) };
  call.state.workforce = { ...call.state.workforce, [name]: call.now };
  return { value: { name: `${name}/operations/revoke-${call.now}`, done: true, response: {} } };
}
