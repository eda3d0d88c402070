import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { Access } from '../provider.ts';
import { credentialOf } from './credentials.ts';
import { httpClientOver } from './http-client.ts';

/** The one host of Azure Resource Manager in the public cloud; no token goes to another. */
export const ARM = 'management.azure.com';

export interface Connection {
  readonly access: Access;
  readonly client: AuthorizationManagementClient;
}

/** The SDK over the given fetch. It tries nothing again: what may be repeated is known here, not there. */
export async function connect(access: Access): Promise<Connection> {
  const credential = await credentialOf(access);
  const client = new AuthorizationManagementClient(credential, '', {
    endpoint: `https://${ARM}`,
    httpClient: httpClientOver(access, [ARM]),
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'grantkeeper' },
  });
  return { access, client };
}
