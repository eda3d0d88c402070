import { type GcpCall, NOTHING, type Reply } from './call.ts';
import { type GoogleError, notFound } from './google-error.ts';
import type { GcpUser } from './state.ts';

export const ADMIN = 'admin.googleapis.com';
/** Directory API: users.signOut, tokens.list and tokens.delete name no other. */
export const SECURITY_SCOPE = 'https://www.googleapis.com/auth/admin.directory.user.security';

/** The user that a call is about, if the caller administers the directory. */
function userOf({ state, token, path }: GcpCall): { readonly user: GcpUser } | { readonly error: GoogleError } {
  const { users = {}, admins = [] } = state.directory ?? {};
  if (!admins.includes(token.member))
    return {
      error: { code: 403, status: 'PERMISSION_DENIED', message: 'Not Authorized to access this resource/api', reason: 'forbidden' },
    };
  const user = users[(path['user'] ?? '').toLowerCase()];
  return user === undefined ? { error: notFound('Resource Not Found: userKey') } : { user };
}

/** Directory API users.signOut: out of all web and device sessions; the answer is empty. */
export function signOut(call: GcpCall): Reply {
  const found = userOf(call);
  if ('error' in found) return found;
  found.user.signedOut = call.now;
  return { value: NOTHING };
}

/** Directory API tokens.list: the apps that hold tokens of the user. */
export function listTokens(call: GcpCall): Reply {
  const found = userOf(call);
  if ('error' in found) return found;
  const items = found.user.tokens.map((clientId) => ({ kind: 'admin#directory#token', clientId }));
  return { value: { kind: 'admin#directory#tokenList', ...(items.length > 0 ? { items } : {}) } };
}

/** Directory API tokens.delete: all tokens that the user gave to an app. */
export function deleteToken(call: GcpCall): Reply {
  const found = userOf(call);
  if ('error' in found) return found;
  const { client = '' } = call.path;
  if (!found.user.tokens.includes(client)) return { error: notFound('Resource Not Found: clientId') };
  found.user.tokens = found.user.tokens.filter((one) => one !== client);
  return { value: NOTHING };
}
