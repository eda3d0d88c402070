import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { TokenCredential } from '@azure/identity';
import type { Access } from '../provider.ts';
import { credentialOf } from './credentials.ts';
import { httpClientOver } from './http-client.ts';

/** The one host of Azure Resource Manager in the public cloud; no token goes to another. */
export const ARM = 'management.azure.com';

export interface Connection {
  readonly access: Access;
  readonly client: AuthorizationManagementClient;
}

const connections = new WeakMap<Access, Promise<Connection>>();

/** The SDK over the given fetch. Reader and writer of one run sign in once. */
export function connect(access: Access): Promise<Connection> {
  const connection = connections.get(access) ?? connected(access);
  connections.set(access, connection);
  return connection;
}

async function connected(access: Access): Promise<Connection> {
  const credential = await credentialOf(access);
  let client: AuthorizationManagementClient | undefined;
  return {
    access,
    // Made when Azure is first asked: policy may speak of a cloud in which nothing is granted.
    get client() {
      return (client ??= clientOver(access, credential));
    },
  };
}

/** It tries nothing again: what may be repeated is known here, not there. */
function clientOver(access: Access, credential: TokenCredential): AuthorizationManagementClient {
  const options = {
    endpoint: `https://${ARM}`,
    httpClient: httpClientOver(access, [ARM]),
    userAgentOptions: { userAgentPrefix: 'grantkeeper' },
  };
  way ??= wayOf(new AuthorizationManagementClient(credential, '', options));
  return new AuthorizationManagementClient(credential, '', { ...options, pipeline: way.clone() });
}

/** What each call goes through before it is signed; the same for all connections. */
let way: AuthorizationManagementClient['pipeline'] | undefined;

/**
 * Steps of the SDK that are not for here, and that take longer than a call: its own retries and redirects, forms and uploads that nothing
 * sends, proxies, compression and aborting, which are the business of the given `fetch`, and its log and tracer, which nobody reads.
 */
const SPARED = [
  'proxyPolicy',
  'decompressResponsePolicy',
  'wrapAbortSignalLikePolicy',
  'formDataPolicy',
  'multipartPolicy',
  'defaultRetryPolicy',
  'tracingPolicy',
  'redirectPolicy',
  'logPolicy',
];

function wayOf({ pipeline }: AuthorizationManagementClient): AuthorizationManagementClient['pipeline'] {
  // Whoever takes it signs with a credential of their own.
  for (const name of [...SPARED, 'bearerTokenAuthenticationPolicy']) pipeline.removePolicy({ name });
  return pipeline;
}
