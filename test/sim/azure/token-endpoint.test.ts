import { ClientAssertionCredential } from '@azure/identity';
import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { APPLICATIONS, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { REQUEST_TOKEN, SCOPES, TENANT } from '../../../src/sim/azure/example.ts';
import { ID_TOKEN_HOST, ID_TOKEN_ISSUER } from '../../../src/sim/azure/id-token.ts';
import { signJwt, verifiedClaims } from '../../../src/sim/azure/jwt.ts';
import { httpClientOver } from './http-client.ts';
import { assignmentsAt, type Reply, START, tenant, type Tenant } from './tenant.ts';

const ARM = 'https://management.azure.com/.default';
const AUDIENCE = 'api://AzureADTokenExchange';
const REQUEST = `https://${ID_TOKEN_HOST}/abc/idtoken?api-version=2.0&audience=${AUDIENCE}`;

const idTokenOf = async (world: Tenant): Promise<string> => {
  const reply = await world.send(REQUEST, { headers: { authorization: `Bearer ${REQUEST_TOKEN}` } });
  return (reply.body as { value: string }).value;
};

const exchange = async (world: Tenant, form: Readonly<Record<string, string>>, tenantId = TENANT): Promise<Reply> =>
  world.send(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });

const formWith = (assertion: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: APPLICATIONS.grantkeeper,
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: assertion,
  scope: ARM,
});

const claims = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  iss: ID_TOKEN_ISSUER,
  sub: 'repo:acme/access:environment:apply',
  aud: AUDIENCE,
  nbf: START / 1000 - 10,
  exp: START / 1000 + 300,
  ...more,
});

const codeOf = (reply: Reply): string => `${reply.status} ${String((reply.body as { error_codes: unknown[] }).error_codes[0])}`;

describe("GitHub's identity token", () => {
  it('has the subject of the workflow and lives five minutes', async () => {
    const world = tenant();
    expect(verifiedClaims(await idTokenOf(world))).toMatchObject({
      iss: ID_TOKEN_ISSUER,
      sub: 'repo:acme/access:environment:apply',
      aud: AUDIENCE,
      repository: 'acme/access',
      exp: START / 1000 + 300,
    });
  });

  it('is for the owner when no audience is asked', async () => {
    const { send, state } = tenant();
    const ask = async (): Promise<unknown> => {
      const reply = await send(`https://${ID_TOKEN_HOST}/abc/idtoken?api-version=2.0`, {
        headers: { authorization: `Bearer ${REQUEST_TOKEN}` },
      });
      return verifiedClaims((reply.body as { value: string }).value)?.['aud'];
    };
    expect(await ask()).toBe('https://github.com/acme');
    state.workflows = state.workflows.map((one) => ({ ...one, claims: {} }));
    expect(await ask()).toBe('https://github.com/');
  });

  it('is refused without the request token', async () => {
    expect((await tenant().send(REQUEST)).status).toBe(401);
  });
});

describe('a JWT of the simulation', () => {
  it('is refused when a letter of it changes', () => {
    const token = signJwt({ sub: 'a' });
    expect(verifiedClaims(token)).toEqual({ sub: 'a' });
    const [header, , signature] = token.split('.');
    const forged = Buffer.from('{"sub":"b"}').toString('base64url');
    for (const bad of [`${header}.${forged}.${signature}`, `${token}.x`, 'a.b.c', '']) expect(verifiedClaims(bad)).toBeUndefined();
  });
});

describe('the token endpoint of Entra', () => {
  it('gives a token that Azure Resource Manager takes, for an hour', async () => {
    const world = tenant();
    const reply = await exchange(world, formWith(await idTokenOf(world)));
    expect(reply.body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
    const { access_token: token } = reply.body as { access_token: string };
    const read = async (): Promise<number> => (await world.arm('GET', assignmentsAt(SCOPES.payments), undefined, token)).status;
    expect(await read()).toBe(200);
    expect((await world.graph('GET', '/users', undefined, token)).status).toBe(401);
    world.clock.advance(3599_000);
    expect(await read()).toBe(401);
  });

  it('takes the immutable form of a subject where the application trusts it', async () => {
    const world = tenant((state) => {
      state.workflows = state.workflows.map((one) => ({ ...one, subject: 'repo:acme@4711/access@815:environment:apply' }));
    });
    expect((await exchange(world, formWith(await idTokenOf(world)))).status).toBe(200);
  });

  it.each([
    ['another subject', { sub: 'repo:acme/access:ref:refs/heads/main' }, '401 700213'],
    ['another issuer', { iss: 'https://gitlab.example.com' }, '401 700211'],
    ['another audience', { aud: 'api://other' }, '401 700212'],
    ['an assertion that is over', { exp: START / 1000 }, '401 700024'],
    ['an assertion that is not yet valid', { nbf: START / 1000 + 1 }, '401 700024'],
    ['an assertion without times', { nbf: undefined, exp: undefined }, '401 700024'],
  ])('refuses %s', async (_, more, expected) => {
    expect(codeOf(await exchange(tenant(), formWith(signJwt(claims(more)))))).toBe(expected);
  });

  it('names the subject that it was shown', async () => {
    const reply = await exchange(tenant(), formWith(signJwt(claims({ sub: 'repo:x/y:pull_request' }))));
    expect(reply.body).toMatchObject({
      error: 'invalid_client',
      error_description: expect.stringContaining(
        "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:x/y:pull_request'.",
      ),
    });
  });

  it.each([
    ['an unknown application', { client_id: 'none' }, '401 700016'],
    ['no application', { client_id: undefined }, '401 700016'],
    ['another grant', { grant_type: 'password' }, '400 70003'],
    ['no grant', { grant_type: undefined }, '400 70003'],
    ['a secret in place of an assertion', { client_assertion_type: 'secret' }, '401 7000218'],
    ['no assertion', { client_assertion: undefined }, '401 7000218'],
    ['a forged assertion', { client_assertion: 'a.b.c' }, '401 50027'],
    ['a scope that is none', { scope: 'everything' }, '400 70011'],
    ['no scope', { scope: undefined }, '400 70011'],
  ])('refuses %s', async (_, change, expected) => {
    const form = Object.entries({ ...formWith(signJwt(claims())), ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    expect(codeOf(await exchange(tenant(), Object.fromEntries(form)))).toBe(expected);
  });

  it('refuses another tenant, a disabled application and another path', async () => {
    const world = tenant();
    expect(codeOf(await exchange(world, formWith(signJwt(claims())), '22222222-2222-4333-8444-555555555555'))).toBe('400 90002');
    expect((await world.graph('PATCH', `/servicePrincipals/${SERVICES.grantkeeper}`, { accountEnabled: false })).status).toBe(204);
    expect(codeOf(await exchange(world, formWith(signJwt(claims()))))).toBe('401 7000112');
    expect((await world.send(`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`)).status).toBe(404);
    expect((await world.send(`https://login.microsoftonline.com/${TENANT}/other`, { method: 'POST' })).status).toBe(404);
  });

  it('forgets issued tokens that are over', async () => {
    const world = tenant();
    await exchange(world, formWith(signJwt(claims())));
    world.clock.set(later(START, 2 * 3600_000));
    await exchange(world, formWith(signJwt(claims({ exp: START / 1000 + 9000 }))));
    expect(world.state.tokens.filter((one) => one.expires !== undefined)).toHaveLength(1);
  });
});

describe('the real credential of @azure/identity over it', () => {
  it('gets a token with an identity token of GitHub', async () => {
    const world = tenant();
    const options = { httpClient: httpClientOver(world.service.fetch) };
    const credential = new ClientAssertionCredential(TENANT, APPLICATIONS.grantkeeper, async () => idTokenOf(world), options);
    const { token } = await credential.getToken(ARM);
    expect((await world.arm('GET', assignmentsAt(SCOPES.payments), undefined, token)).status).toBe(200);
  });

  it('says which subject was refused', async () => {
    const world = tenant();
    const options = { httpClient: httpClientOver(world.service.fetch) };
    const assertion = signJwt(claims({ sub: 'repo:acme/access:pull_request' }));
    const credential = new ClientAssertionCredential(TENANT, APPLICATIONS.grantkeeper, async () => assertion, options);
    await expect(credential.getToken(ARM)).rejects.toThrow(/AADSTS700213.*pull_request/s);
  });
});
