import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { type Call, send } from '../transport.ts';
import { type SignIn, SignInError } from './sign-in.ts';

const HOST = 'metadata.google.internal';
const PATH = '/computeMetadata/v1/instance/service-accounts/default/token';
/** Milliseconds. Where there is no such server, nothing answers, and nobody should wait long to learn it. */
const DEADLINE = 3000;
/** Milliseconds before the end of a token at which the next is fetched. */
const MARGIN = 5 * 60_000;

/**
 * The account of the machine itself (Compute Engine: "About VM metadata"). Asked directly, because the library's own way to it
 * does not go through the given fetch.
 */
export function metadataServer(access: Access, env: Readonly<Record<string, string | undefined>>): SignIn {
  const host = env['GCE_METADATA_HOST'] ?? HOST;
  let token: Token | undefined;
  let coming: Promise<Token> | undefined;
  const call: Call = {
    method: 'GET',
    url: `http://${host}${PATH}`,
    headers: { 'metadata-flavor': 'Google' },
    purpose: 'ask this machine for its Google account',
    deadline: DEADLINE,
  };
  // Whoever asks while one is on its way takes that one.
  const fetched = async (): Promise<Token> => {
    coming ??= fetchToken(access, call).finally(() => (coming = undefined));
    return coming;
  };
  return {
    headers: async () => {
      if (token === undefined || token.until - MARGIN <= access.clock()) token = await fetched();
      return { authorization: `Bearer ${token.text}` };
    },
  };
}

/** RFC 6750, section 2.1: what may follow `Bearer`. */
const TOKEN = /^[\w.~+/-]+=*$/;

interface Token {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

async function fetchToken(access: Access, call: Call): Promise<Token> {
  const reply = await send(access, call);
  const text = reply.ok ? field(reply.body, 'access_token') : undefined;
  const seconds = reply.ok ? field(reply.body, 'expires_in') : undefined;
  if (typeof text === 'string' && TOKEN.test(text) && typeof seconds === 'number') return { text, until: access.clock() + seconds * 1000 };
  // A server that answers at all is there, and may be well again in a moment.
  if (!reply.ok && reply.status !== undefined && reply.failure.kind === 'transient') throw new Error(reply.failure.message);
  throw new SignInError('no credentials on this machine');
}
