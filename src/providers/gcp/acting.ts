import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { send } from '../transport.ts';
import { type Headers, SCOPES, type SignIn } from './sign-in.ts';

/** Milliseconds before the end of a token at which the next is fetched. */
const MARGIN = 5 * 60_000;

interface Token {
  readonly headers: Headers;
  readonly until: number;
}

/**
 * Whoever signed in, acting as a service account (IAM Service Account Credentials API: generateAccessToken). Asked directly: the
 * library's own way warns on the console of what was checked before.
 */
export function actingSignIn(account: string, source: SignIn, access: Access): SignIn {
  let token: Promise<Token> | undefined;
  const fresh = (): Promise<Token> => {
    const pending = fetchToken(account, source, access);
    token = pending;
    // A failure may pass, so the next call asks again; whoever waits for this one is told.
    pending.catch(() => token === pending && (token = undefined));
    return pending;
  };
  const headers = async (): Promise<Headers> => {
    if (token === undefined) return (await fresh()).headers;
    const known = await token;
    return (known.until - MARGIN > access.clock() ? known : await fresh()).headers;
  };
  return { headers, self: `serviceAccount:${account.toLowerCase()}` };
}

async function fetchToken(account: string, source: SignIn, access: Access): Promise<Token> {
  const { authorization = '', ...rest } = await source.headers();
  const reply = await send(access, {
    method: 'POST',
    url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    headers: { ...rest, authorization },
    body: { scope: SCOPES, lifetime: '3600s' },
    purpose: `act as ${account}`,
  });
  // What was refused is told by the status that came; without one nobody answered, and it may pass.
  if (!reply.ok) throw Object.assign(new Error(reply.failure.message), reply.status === undefined ? {} : { status: reply.status });
  const text = field(reply.body, 'accessToken');
  const until = Date.parse(String(field(reply.body, 'expireTime')));
  if (typeof text !== 'string' || Number.isNaN(until)) throw new Error(`the answer to acting as ${account} is no token`);
  return { headers: { ...rest, authorization: `Bearer ${text}` }, until };
}
