import type { Access } from '../provider.ts';
import { type Call, patiently, type Reply, send } from '../transport.ts';
import { type Credential, credential } from './credentials.ts';
import { paced } from './pace.ts';
import type { Headers } from './sign-in.ts';

/** One identity at work: the world it is given, and what it signs in with. */
export interface Session {
  readonly access: Access;
  readonly credential: Credential;
}

const sessions = new WeakMap<Access, Session>();

/** Reader and writer of one run sign in once. */
export function sessionFor(access: Access): Session {
  const session = sessions.get(access) ?? { access, credential: credential(access) };
  sessions.set(access, session);
  return session;
}

/** Sends once, as ourselves. A token that Google refuses (401) is renewed once: nothing has happened then, so writes may be sent again. */
export async function sendSigned(session: Session, call: Call): Promise<Reply> {
  const first = await session.credential.headers();
  if (!first.ok) return first;
  const reply = await sendWith(session, call, first.headers);
  if (reply.ok || reply.status !== 401 || !session.credential.renew(first.headers)) return reply;
  const second = await session.credential.headers();
  return second.ok ? sendWith(session, call, second.headers) : second;
}

async function sendWith({ access }: Session, call: Call, headers: Headers): Promise<Reply> {
  await paced(access, call);
  return send(access, { ...call, headers: { ...call.headers, ...headers } });
}

/** The same for calls that change nothing, tried again while the failure may pass by itself. */
export function readSigned(session: Session, call: Call): Promise<Reply> {
  return patiently(session.access, () => sendSigned(session, call));
}
