import { describe, expect, it } from 'vitest';
import { ancestryOf } from '../../../src/providers/azure/ancestry.ts';
import { connect } from '../../../src/providers/azure/client.ts';
import { SCOPES, SUBSCRIPTIONS, TENANT, TOKENS } from '../../../src/sim/azure/example.ts';
import { json, type Line, refusal, scripted } from './scripted.ts';
import { scope } from './samples.ts';
import { azureWorld } from './world.ts';

const ROOT_GROUP = `/providers/Microsoft.Management/managementGroups/${TENANT}`;

async function over(...lines: Line[]) {
  const stage = scripted(lines);
  return { ...stage, above: ancestryOf(await connect(stage.access)) };
}

const entity = (id: string, parentNameChain: unknown) => ({ id, properties: { parentNameChain } });

describe('ancestry', () => {
  it.each([
    [SCOPES.ledger, [SCOPES.ledger, SCOPES.paymentsGroup, SCOPES.payments, SCOPES.acme, ROOT_GROUP, '/']],
    [SCOPES.payments, [SCOPES.payments, SCOPES.acme, ROOT_GROUP, '/']],
    [SCOPES.acme, [SCOPES.acme, ROOT_GROUP, '/']],
    [ROOT_GROUP, [ROOT_GROUP, '/']],
    ['/', ['/']],
  ])('of %s', async (path, chain) => {
    const { access } = azureWorld({ identity: { kind: 'token', token: TOKENS.reader } });
    const answer = await ancestryOf(await connect(access))(scope(path));
    expect(answer.ok && answer.chain.map((one) => one.path)).toEqual(chain);
  });

  it('is asked for once for each subscription', async () => {
    const { access, sim } = azureWorld();
    const above = ancestryOf(await connect(access));
    await Promise.all([SCOPES.ledger, SCOPES.paymentsGroup, SCOPES.payments].map((path) => above(scope(path))));
    expect(sim.calls.map(({ method, url }) => [method, new URL(url).searchParams.get('$filter')])).toEqual([
      ['POST', `name eq '${SUBSCRIPTIONS.payments}'`],
    ]);
  });

  it('is that of the very thing, not of another with its name', async () => {
    const twin = entity(`/providers/Microsoft.Management/managementGroups/${SUBSCRIPTIONS.payments}`, ['wrong']);
    const { above } = await over(json({ value: [twin, entity(SCOPES.payments.toUpperCase(), ['root', 'acme'])] }));
    const answer = await above(scope());
    expect(answer.ok && answer.chain.map((one) => one.key.slice(one.key.lastIndexOf('/') + 1))).toEqual([
      'payments',
      SUBSCRIPTIONS.payments,
      'acme',
      'root',
      '',
    ]);
  });

  it.each([
    ['nothing is shown', { value: [] }],
    ['there is no list', {}],
    ['there is no chain', { value: [entity(SCOPES.payments, undefined), 7] }],
    ['the chain is odd', { value: [entity(SCOPES.payments, ['root', 7])] }],
  ])('is not known where %s', async (_, body) => {
    const { above } = await over(json(body));
    expect(await above(scope())).toMatchObject({
      ok: false,
      failure: { kind: 'not-found', message: expect.stringContaining(SCOPES.payments), hint: expect.stringContaining('Reader') },
    });
  });

  it('is asked for again after a failure', async () => {
    const { above } = await over(refusal(403, 'AuthorizationFailed'), json({ value: [entity(SCOPES.payments, ['root'])] }));
    expect(await above(scope())).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect((await above(scope())).ok).toBe(true);
  });
});
