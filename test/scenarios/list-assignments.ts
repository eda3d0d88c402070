import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { createDefaultHttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';

// A program of its own that knows nothing of ours: the Azure SDK lists the role assignments of a resource group that a
// simulator serves on loopback, and prints their descriptions.
const to = new URL(process.argv[2] ?? '');
const inner = createDefaultHttpClient();
const httpClient = {
  sendRequest(request: PipelineRequest) {
    const url = new URL(request.url);
    url.protocol = to.protocol;
    url.host = to.host;
    request.url = url.href;
    request.allowInsecureConnection = true;
    return inner.sendRequest(request);
  },
};
const credential = { getToken: () => Promise.resolve({ token: 'sim-token-reader', expiresOnTimestamp: Date.now() + 3600_000 }) };
const subscription = '00000000-0000-4000-8000-000000000000';
const client = new AuthorizationManagementClient(credential, subscription, { httpClient });
for await (const one of client.roleAssignments.listForScope(`subscriptions/${subscription}/resourceGroups/payments`)) {
  if (one.description !== undefined && one.description !== null) process.stdout.write(`${one.description}\n`);
}
