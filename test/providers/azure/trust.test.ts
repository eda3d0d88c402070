import { describe, expect, it } from 'vitest';
import { type GraphCall } from '../../../src/providers/azure/graph.ts';
import { credentialsOf } from '../../../src/providers/azure/trust.ts';
import type { Reply } from '../../../src/providers/transport.ts';

const CLIENT = '7a8b0000-0000-4000-8000-000000000001';

function graph(reply: Reply) {
  const calls: GraphCall[] = [];
  const read = async (call: GraphCall) => {
    calls.push(call);
    return reply;
  };
  return { calls, read };
}

describe('the credentials of the application', () => {
  it('are asked for by the id that this run signs in with', async () => {
    const credential = {
      name: 'main',
      issuer: 'https://a',
      audiences: ['api://AzureADTokenExchange'],
      subject: 'repo:acme/access:ref:refs/heads/main',
    };
    const desk = graph({ ok: true, status: 200, body: { value: [credential] }, headers: new Headers() });
    expect(await credentialsOf(desk, CLIENT)).toMatchObject({
      ok: true,
      trusts: [{ name: 'federated credential main', issuer: 'https://a', strayAudiences: [], ways: [[{ claim: 'sub', how: 'is' }]] }],
    });
    expect(desk.calls).toMatchObject([{ method: 'GET', path: `/applications(appId='${CLIENT}')/federatedIdentityCredentials` }]);
  });

  it('are not known where Graph refuses to tell', async () => {
    const failure = { kind: 'forbidden', message: 'no' } as const;
    expect(await credentialsOf(graph({ ok: false, failure }), CLIENT)).toMatchObject({ ok: false, failure });
  });
});
