import type { Failure } from '../../domain/outcome.ts';
import { field, kindOfStatus, oneLine } from '../answer.ts';
import type { Access } from '../provider.ts';
import { ambientSignIn } from './ambient.ts';
import { mistakeIn } from './mistakes.ts';
import { type Headers, type SignIn, SIGN_IN_HINT, SignInError } from './sign-in.ts';

type Signed = { readonly ok: true; readonly headers: Headers } | { readonly ok: false; readonly failure: Failure };

/** Who we are to Google. */
export interface Credential {
  /** What proves it on a request: `authorization`, and `x-goog-user-project` where one is set. Never throws. */
  headers(): Promise<Signed>;
  /** Who we are, where the credentials tell; after the first `headers`. */
  self(): string | undefined;
  /** Called when Google refuses these headers: has the next call sign in anew. False where there is nothing else to sign in with. */
  renew(refused: Headers): boolean;
}

/** The identity of a run. What is wrong with it shows at the first call, as a failure like any other. */
export function credential(access: Access): Credential {
  let signIn: Promise<SignIn> | undefined;
  let last: Headers | undefined;
  let self: string | undefined;
  const headers = async (): Promise<Signed> => {
    signIn ??= signInFor(access);
    const current = signIn;
    try {
      const ready = await current;
      self = ready.self;
      last = await ready.headers();
      return { ok: true, headers: last };
    } catch (error) {
      if (signIn === current) signIn = undefined;
      return { ok: false, failure: failureOf(error) };
    }
  };
  const renew = (refused: Headers): boolean => {
    // Of many calls that were refused together, the first signs in anew, and the others take what it got.
    if (refused['authorization'] === last?.['authorization']) signIn = undefined;
    return access.identity.kind === 'ambient';
  };
  return { headers, renew, self: () => self };
}

async function signInFor(access: Access): Promise<SignIn> {
  const { identity } = access;
  if (identity.kind === 'ambient') return ambientSignIn(access, identity.env);
  // A token that is at hand needs no library, and what loads none starts sooner.
  const headers = { authorization: `Bearer ${identity.token}` };
  return { headers: () => Promise.resolve(headers), ...(identity.self === undefined ? {} : { self: identity.self }) };
}

function failureOf(error: unknown): Failure {
  const said = error instanceof Error ? oneLine(error.message) : 'unknown reason';
  const body = JSON.stringify(field(field(error, 'response'), 'data')) ?? '';
  if (error instanceof SignInError) return { kind: 'forbidden', message: `could not sign in to Google Cloud: ${said}`, hint: error.hint };
  const status = field(error, 'status');
  const kind = typeof status === 'number' ? kindOfStatus(status) : 'transient';
  if (kind === 'transient') return { kind, message: `could not fetch a token from Google Cloud: ${said}` };
  const mistake = mistakeIn(`${said} ${body}`);
  if (mistake !== undefined) {
    return { kind: 'forbidden', message: `could not sign in to Google Cloud: ${mistake.means} (${said})`, hint: mistake.hint };
  }
  // Whatever a token endpoint refuses is a matter of the identity: a wrong provider, a deleted account, a claim that does not fit.
  return { kind: 'forbidden', message: `could not sign in to Google Cloud: ${said}`, hint: SIGN_IN_HINT };
}
