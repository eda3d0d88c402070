import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import { type Answer, ok } from './answer.ts';
import { bearerOf, query } from './call.ts';
import { guidOf } from './guid.ts';
import { signJwt } from './jwt.ts';
import type { AzureState } from './state.ts';

/** Where ACTIONS_ID_TOKEN_REQUEST_URL points to. */
export const ID_TOKEN_HOST = 'pipelines.actions.githubusercontent.com';
export const ID_TOKEN_ISSUER = 'https://token.actions.githubusercontent.com';

const LIFETIME_SECONDS = 300;

/**
 * GitHub docs, OpenID Connect reference: GET <request url>&audience=… with the request token as bearer answers
 * `{ value: <JWT> }`. The token lives five minutes; its subject is what the workflow is, in the classic or the immutable form.
 */
export function idToken(state: AzureState, asked: Asked, at: Instant): Answer {
  const workflow = state.workflows.find((one) => one.requestToken === bearerOf(asked));
  if (workflow === undefined) return { status: 401, body: { message: 'The request token is not valid.' } };
  state.serial += 1;
  const second = Math.floor(at / 1000);
  const claims = {
    ...workflow.claims,
    iss: ID_TOKEN_ISSUER,
    sub: workflow.subject,
    aud: query(asked.url, 'audience') ?? `https://github.com/${workflow.claims['repository_owner'] ?? ''}`,
    jti: guidOf('id token', state.serial),
    nbf: second - 10,
    iat: second,
    exp: second + LIFETIME_SECONDS,
  };
  const value = signJwt(claims);
  return ok({ count: value.length, value });
}
