import { formatInstant, type Instant } from '../../domain/instant.ts';
import { accountNamed } from './account-name.ts';
import type { GcpCall, Reply } from './call.ts';
import { denied, may } from './caller.ts';
import { signed } from './delegation.ts';
import { mint } from './federation.ts';
import { invalid } from './google-error.ts';

export const CREDENTIALS = 'iamcredentials.googleapis.com';

const LIFETIME_SECONDS = 3600;
const PERMISSION = 'iam.serviceAccounts.getAccessToken';

/** projects.serviceAccounts.generateAccessToken: a token of an account for whoever may act as it (IAM Service Account Credentials API v1). */
export function generateAccessToken(call: GcpCall): Reply {
  const { account = '' } = call.path;
  const found = accountNamed(call.state, '-', account);
  const said = `projects/-/serviceAccounts/${account}`;
  if (found === undefined || found.account.disabled === true || !may(call, PERMISSION, found.name))
    return { error: denied(call, PERMISSION, said) };
  const { scope } = call.body;
  if (!Array.isArray(scope) || !scope.every((one) => typeof one === 'string'))
    return { error: invalid('Request contains an invalid argument.') };
  const expires = (call.now + LIFETIME_SECONDS * 1000) as Instant;
  const accessToken = mint(call.state, 'acting', { member: `serviceAccount:${found.email}`, scopes: scope, expires });
  return { value: { accessToken, expireTime: formatInstant(expires) } };
}

/** projects.serviceAccounts.signJwt: claims signed with a key of Google's for whoever may sign as the account. */
export function signJwt(call: GcpCall): Reply {
  const { account = '' } = call.path;
  const found = accountNamed(call.state, '-', account);
  const permission = 'iam.serviceAccounts.signJwt';
  if (found === undefined || found.account.disabled === true || !may(call, permission, found.name))
    return { error: denied(call, permission, `projects/-/serviceAccounts/${account}`) };
  const { payload } = call.body;
  if (typeof payload !== 'string') return { error: invalid('Request contains an invalid argument.') };
  return { value: { keyId: 'sim-key', signedJwt: signed(found.email, payload) } };
}
