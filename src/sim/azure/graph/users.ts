import type { Answer } from '../answer.ts';
import type { AzureState, User } from '../state.ts';
import { collection, selected } from './collection.ts';
import { badRequest, denied, type GraphCall, notFound, withContext } from './graph-call.ts';
import { shownUser } from './shown.ts';

const READ = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'];
const REVOKE = ['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Microsoft Graph v1.0 users: list, get by id or user principal name, revokeSignInSessions. */
export function users(state: AzureState, call: GraphCall): Answer {
  const [, key, action] = call.parts;
  if (action !== undefined) return acted(state, call, key ?? '', action);
  const refused = call.method === 'GET' ? denied(call, ...READ) : badRequest(call, 'Unsupported request.');
  if (refused !== undefined) return refused;
  if (key === undefined) return collection(state, call, 'users', state.users.map(shownUser));
  const user = userFor(state, key);
  return user === undefined ? notFound(call, key) : withContext('users/$entity', selected(call, shownUser(user)));
}

function userFor(state: AzureState, key: string): User | undefined {
  const wanted = key.toLowerCase();
  return state.users.find((one) => one.id.toLowerCase() === wanted || one.userPrincipalName.toLowerCase() === wanted);
}

/** user: revokeSignInSessions. 200 with `value: true`; sessions that begin later are not touched. */
function acted(state: AzureState, call: GraphCall, key: string, action: string): Answer {
  if (call.method !== 'POST' || action.toLowerCase() !== 'revokesigninsessions') return badRequest(call, 'Unsupported request.');
  const refused = denied(call, ...REVOKE);
  const user = userFor(state, key);
  if (refused !== undefined || user === undefined) return refused ?? notFound(call, key);
  state.users = state.users.map((one) => (one === user ? { ...one, signInSessionsValidFrom: call.at } : one));
  return withContext('Edm.Boolean', { value: true });
}
