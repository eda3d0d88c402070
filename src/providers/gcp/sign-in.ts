import type { AuthClient, OAuth2ClientOptions } from 'google-auth-library';
import type { Access } from '../provider.ts';

export type Headers = Readonly<Record<string, string>>;

/** A way of signing in: a client of google-auth-library, or the metadata server of the machine. Each keeps its token while it is good. */
export interface SignIn {
  headers(): Promise<Headers>;
  /** Who we are then, as a policy spells it: an account that is named in the credentials. Of people and of machines nobody tells. */
  readonly self?: string;
}

export const SIGN_IN_HINT = 'sign in with google-github-actions/auth in a workflow, or with gcloud auth application-default login';

/** Raised where signing in cannot work until a person changes something. */
export class SignInError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string = SIGN_IN_HINT) {
    super(message);
    this.hint = hint;
  }
}

/** The one scope that all calls need; IAM decides the rest (Google: "OAuth 2.0 scopes for Google APIs"). */
export const SCOPES = ['https://www.googleapis.com/auth/cloud-platform'];

/** Milliseconds for each call of a sign-in. */
const DEADLINE = 30_000;

/** Has google-auth-library use the given fetch, and leave trying again to us: its own waits know no clock but the machine's. */
export function overFetch(access: Access): NonNullable<OAuth2ClientOptions['transporterOptions']> {
  return { fetchImplementation: access.fetch, timeout: DEADLINE, retryConfig: { retry: 0 } };
}

export function signInWith(client: AuthClient, account?: string): SignIn {
  const self = account === undefined ? {} : { self: `serviceAccount:${account.toLowerCase()}` };
  return { headers: async () => Object.fromEntries(await client.getRequestHeaders()), ...self };
}
