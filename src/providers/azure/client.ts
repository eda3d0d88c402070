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
  const client = new AuthorizationManagementClient(credential, '', {
    endpoint: `https://${ARM}`,
    httpClient: httpClientOver(access, [ARM]),
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'grantkeeper' },
  });
  // No tracer listens, and what it would be told of each call costs more than the call.
  client.pipeline.removePolicy({ name: 'tracingPolicy' });
  return client;
}
