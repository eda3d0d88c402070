import type { Answer } from '../answer.ts';
import { membersOf, principalOf } from '../directory.ts';
import type { AzureState, Group } from '../state.ts';
import { collection, selected, type Shown } from './collection.ts';
import { badRequest, denied, type GraphCall, notFound, withContext } from './graph-call.ts';
import { shownGroup, shownObject } from './shown.ts';

const READ = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const WRITE = ['GroupMember.ReadWrite.All', 'Group.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Microsoft Graph v1.0 groups: list, get, members, transitiveMembers, and taking a member out. */
export function groups(state: AzureState, call: GraphCall): Answer {
  const [, key, part, member, reference] = call.parts;
  const taking = call.method === 'DELETE' && part?.toLowerCase() === 'members' && reference?.toLowerCase() === '$ref';
  const refused = denied(call, ...(taking ? WRITE : READ));
  if (refused !== undefined) return refused;
  if (key === undefined) return collection(state, call, 'groups', state.groups.map(shownGroup));
  const group = state.groups.find((one) => one.id.toLowerCase() === key.toLowerCase());
  if (group === undefined) return notFound(call, key);
  if (taking) return takenOut(state, call, group, member ?? '');
  return call.method === 'GET' && member === undefined
    ? read(state, call, group, part?.toLowerCase())
    : badRequest(call, 'Unsupported request.');
}

function read(state: AzureState, call: GraphCall, group: Group, part: string | undefined): Answer {
  if (part === undefined) return withContext('groups/$entity', selected(call, shownGroup(group)));
  if (part === 'members') return collection(state, call, 'directoryObjects', objectsOf(state, membersOf(state, group, call.at)));
  if (part === 'transitivemembers') return collection(state, call, 'directoryObjects', objectsOf(state, everybodyIn(state, group, call)));
  return badRequest(call, `Resource not found for the segment '${part}'.`);
}

function objectsOf(state: AzureState, ids: Iterable<string>): readonly Shown[] {
  return [...new Set(ids)]
    .map((id) => principalOf(state, id))
    .filter((found) => found !== undefined)
    .map(shownObject);
}

function everybodyIn(state: AzureState, group: Group, call: GraphCall): ReadonlySet<string> {
  const ids = new Set(membersOf(state, group, call.at));
  // A set gives what is added to it on the way, so each group inside is opened once.
  for (const id of ids) {
    const found = principalOf(state, id);
    if (found?.type === 'Group') for (const inner of membersOf(state, found.principal, call.at)) ids.add(inner);
  }
  return ids;
}

/** Remove member: 204; what is no member is not found. */
function takenOut(state: AzureState, call: GraphCall, group: Group, member: string): Answer {
  const is = (id: string): boolean => id.toLowerCase() === member.toLowerCase();
  if (!membersOf(state, group, call.at).some(is)) return notFound(call, member);
  state.groups = state.groups.map((one) => (one === group ? { ...one, members: one.members.filter((id) => !is(id)) } : one));
  state.memberships = state.memberships.filter((one) => one.group.toLowerCase() !== group.id.toLowerCase() || !is(one.principal));
  return { status: 204 };
}
