import type { TokenCredential } from '@azure/identity';
import { describe, expect, it } from 'vitest';
import { credentialOf, explained } from '../../../src/providers/azure/credentials.ts';
import { Refused } from '../../../src/providers/azure/failures.ts';
import { isImmutable, mistakeIn } from '../../../src/providers/azure/mistakes.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { REQUEST_TOKEN, TENANT, TOKENS } from '../../../src/sim/azure/example.ts';
import { APPLICATIONS } from '../../../src/sim/azure/example-directory.ts';
import { ID_TOKEN_HOST } from '../../../src/sim/azure/id-token.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import { NOW, scope } from './samples.ts';
import { azureWorld } from './world.ts';

const OTHER = '99999999-2222-4333-8444-555555555555';
const ENV = {
  ACTIONS_ID_TOKEN_REQUEST_URL: `https://${ID_TOKEN_HOST}/token?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
  AZURE_CLIENT_ID: APPLICATIONS.grantkeeper as string,
};

async function refusal(pending: Promise<unknown>) {
  const error = await pending.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.failure;
}

interface Case {
  readonly env?: Partial<typeof ENV>;
  readonly tenant?: string;
  readonly change?: (state: AzureState) => void;
  /** What the token endpoint answers in place of its own judgement. */
  readonly answer?: readonly [code: number, text: string];
}

/** A workflow signs in at the simulated token endpoint. */
async function signIn({ env, tenant = TENANT, change, answer }: Case) {
  const world = azureWorld({ identity: { kind: 'ambient', env: { ...ENV, ...env } }, tenant });
  change?.(world.state);
  const body = JSON.stringify({ error: 'invalid_grant', error_description: `AADSTS${answer?.[0]}: ${answer?.[1]} Trace ID: x` });
  if (answer !== undefined) world.fault({ kind: 'answer', status: 400, body }, { path: /oauth2\/v2\.0\/token/, times: 9 });
  return refusal((await credentialOf(world.access)).getToken('https://management.azure.com/.default'));
}

const trusting =
  (more: object): NonNullable<Case['change']> =>
  (state) => {
    state.servicePrincipals = state.servicePrincipals.map((one) => ({
      ...one,
      federated: one.federated.map((credential) => ({ ...credential, ...more })),
    }));
  };

const withSubject =
  (subject: string): NonNullable<Case['change']> =>
  (state) => {
    state.workflows = state.workflows.map((one) => ({ ...one, subject }));
  };

const IMMUTABLE = 'repo:acme@4711/access@815:environment:odd';

describe('the usual mistakes of signing in to Azure, at the token endpoint', () => {
  it.each<readonly [string, Case, string, string, string, string]>([
    [
      'no credential for the subject',
      { change: withSubject('repo:acme/access:ref:refs/heads/odd') },
      'AADSTS700213',
      'federated credentials',
      'none of them is for the subject',
      'repo:acme/access:ref:refs/heads/odd (the classic form',
    ],
    [
      'nor for an immutable one',
      { change: withSubject(IMMUTABLE) },
      'AADSTS700213',
      'federated',
      'subject',
      `${IMMUTABLE} (the immutable form`,
    ],
    [
      'no credential at all',
      { answer: [70_021, 'No matching federated identity record found for presented assertion.'] },
      'AADSTS70021:',
      'federated credentials',
      'subject of this job',
      'repo:acme/access:environment:apply',
    ],
    [
      'another issuer',
      { change: trusting({ issuer: 'https://other.example' }) },
      'AADSTS700211',
      'federated credentials',
      'issuer',
      'https://token.actions.githubusercontent.com',
    ],
    [
      'another audience',
      { change: trusting({ audience: 'api://other' }) },
      'AADSTS700212',
      'federated credentials',
      'another audience',
      'api://AzureADTokenExchange',
    ],
    [
      'an unknown application',
      { env: { AZURE_CLIENT_ID: OTHER } },
      'AADSTS700016',
      'AZURE_CLIENT_ID',
      'no application',
      'application (client) id',
    ],
    ['an unknown tenant', { tenant: OTHER }, 'AADSTS90002', 'clouds.azure.tenant', 'no such tenant', 'directory (tenant) id'],
    [
      'a token that is over',
      { answer: [700_024, 'Client assertion is not within its valid time range.'] },
      'AADSTS700024',
      'clock',
      'not of now',
      'five minutes',
    ],
    [
      'a disabled application',
      { change: (state) => void (state.servicePrincipals = state.servicePrincipals.map((one) => ({ ...one, accountEnabled: false }))) },
      'AADSTS7000112',
      'enterprise application',
      'disabled',
      'enabled',
    ],
    [
      'conditional access',
      { answer: [53_003, 'Access has been blocked by Conditional Access policies.'] },
      'AADSTS53003',
      'Conditional Access',
      'does not let',
      'sign-in logs',
    ],
  ])('%s', async (_, wrong, said, place, means, hint) => {
    const failure = await signIn(wrong);
    expect(failure).toMatchObject({ kind: 'forbidden', hint: expect.stringContaining(hint) as string });
    for (const part of [said, place, means]) expect(failure.message).toContain(part);
    expect(failure.message).not.toContain('eyJ');
  });

  it('a clock that is wrong by more than the token lasts', async () => {
    const world = azureWorld({ identity: { kind: 'ambient', env: ENV } });
    world.fault({ kind: 'meanwhile', act: () => void world.access.sleep(3600_000) }, { path: /oauth2\/v2\.0\/token/ });
    const failure = await refusal((await credentialOf(world.access)).getToken('https://management.azure.com/.default'));
    expect(failure.message).toContain('AADSTS700024');
  });
});

const failing = (message: string): TokenCredential => ({ getToken: () => Promise.reject(new Error(message)) });

describe('the usual mistakes of signing in to Azure, with the command line', () => {
  it.each([
    ["AADSTS50034: The user account does not exist in the tenant. Run 'az login'", 'none of the tenant', '--tenant'],
    ['AADSTS50076: you must use multi-factor authentication. az login --scope x', 'second factor', '--tenant'],
    ['AADSTS700082: The refresh token has expired due to inactivity.', 'is over', 'az login again'],
    ["No subscription found. Run 'az account set' to select a subscription.", 'no subscription', 'Reader'],
    ['Azure CLI could not be found. Please visit https://aka.ms/azure-cli', 'no sign-in to take', 'install'],
    ["Please run 'az login' from a command prompt to authenticate", 'nobody is signed in', 'id-token: write'],
  ])('%s', async (said, means, hint) => {
    const failure = await refusal(explained(failing(said), () => Promise.resolve('none'), 'forbidden').getToken('x'));
    expect(failure).toMatchObject({ kind: 'forbidden', hint: expect.stringContaining(hint) as string });
    expect(failure.message).toContain(means);
    expect(failure.message).toContain(said.slice(0, 20));
  });

  it('in a workflow that may not ask for a token, or does not know for whom, says that first', async () => {
    const cases = [
      [{ ...ENV, ACTIONS_ID_TOKEN_REQUEST_URL: undefined }, 'this job may not ask GitHub for a token', 'id-token: write'],
      [{ ...ENV, AZURE_CLIENT_ID: '' }, 'this job has no AZURE_CLIENT_ID', 'Set AZURE_CLIENT_ID'],
    ] as const;
    for (const [env, why, hint] of cases) {
      const { access } = azureWorld({ identity: { kind: 'ambient', env: { ...env, GITHUB_ACTIONS: 'true', PATH: '' } } });
      const before = process.env['PATH'];
      process.env['PATH'] = '';
      try {
        const failure = await refusal((await credentialOf(access)).getToken('https://management.azure.com/.default'));
        expect(failure).toMatchObject({ kind: 'forbidden', hint: expect.stringContaining(hint) as string });
        expect(failure.message).toContain(why);
      } finally {
        process.env['PATH'] = before;
      }
    }
  });
});

describe('what Azure Resource Manager says of a sign-in', () => {
  it('that is over', async () => {
    const { access, state } = azureWorld();
    state.tokens = state.tokens.map((one) => ({ ...one, expires: NOW }));
    const reading = await (await azureReader(access)).read(scope());
    expect(reading).toMatchObject({
      ok: false,
      failure: {
        kind: 'forbidden',
        message: expect.stringContaining('ExpiredAuthenticationToken') as string,
        hint: expect.stringContaining('azure/login') as string,
      },
    });
  });

  it('that sees no subscription, before the first read', async () => {
    const { access, state, sim } = azureWorld({ identity: { kind: 'token', token: TOKENS.reader } });
    state.subscriptions = [];
    const reading = await (await azureReader(access)).read(scope());
    expect(reading).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('no subscription at all') as string, hint: expect.stringContaining('Reader') as string },
    });
    expect(sim.calls.map(({ url }) => new URL(url).pathname)).toEqual(['/subscriptions']);
  });
});

describe('a code', () => {
  it('is another than one that begins alike', () => {
    expect(mistakeIn('AADSTS70021: x')?.ofTrust).toBe(true);
    expect(mistakeIn('AADSTS7002: x')).toBeUndefined();
    expect(mistakeIn('AADSTS5003400: x')).toBeUndefined();
  });

  it('and a subject is immutable where it has both ids', () => {
    expect([IMMUTABLE, 'repo:acme/access:ref:x', 'repo:acme@1/access:ref:x'].map(isImmutable)).toEqual([true, false, false]);
  });
});
