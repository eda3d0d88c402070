import type { TokenCredential } from '@azure/identity';
import { describe, expect, it } from 'vitest';
import { azure } from '../../../src/providers/azure/cloud.ts';
import { connect } from '../../../src/providers/azure/client.ts';
import { credentialOf, explained, remembered } from '../../../src/providers/azure/credentials.ts';
import { Refused } from '../../../src/providers/azure/failures.ts';
import { readerOver } from '../../../src/providers/azure/reader.ts';
import { REQUEST_TOKEN, TENANT } from '../../../src/sim/azure/example.ts';
import { APPLICATIONS } from '../../../src/sim/azure/example-directory.ts';
import { ID_TOKEN_HOST } from '../../../src/sim/azure/id-token.ts';
import { json, refusal, scripted } from './scripted.ts';
import { NOW, scope } from './samples.ts';
import { azureWorld, readable } from './world.ts';

const SCOPE = 'https://management.azure.com/.default';
const GITHUB = {
  ACTIONS_ID_TOKEN_REQUEST_URL: `https://${ID_TOKEN_HOST}/token?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
  AZURE_CLIENT_ID: APPLICATIONS.grantkeeper,
  AZURE_TENANT_ID: TENANT,
};

const ambient = (env: Readonly<Record<string, string | undefined>>) => ({ identity: { kind: 'ambient', env } }) as const;

async function refusedBy(pending: Promise<unknown>) {
  const error = await pending.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.failure;
}

describe('a fixed token', () => {
  it('is used as it is', async () => {
    const { access } = scripted([json({})]);
    expect(await (await credentialOf(access)).getToken(SCOPE)).toEqual({ token: 'secret-token', expiresOnTimestamp: NOW + 3600_000 });
  });
});

describe('a workflow', () => {
  it('exchanges its identity token and reads with what it gets, through the given fetch alone', async () => {
    const { access, sim } = azureWorld(ambient(GITHUB));
    await readable(readerOver(await connect(access)));
    const hosts = sim.calls.map(({ url }) => new URL(url).host);
    expect(hosts.filter((host) => host === ID_TOKEN_HOST).length).toBe(1);
    expect(hosts.filter((host) => host === 'login.microsoftonline.com').length).toBe(1);
    expect(sim.calls[0]?.url).toContain('audience=api%3A%2F%2FAzureADTokenExchange');
  });

  it('does without AZURE_TENANT_ID where policy names the tenant', async () => {
    const { access } = azureWorld(ambient({ ...GITHUB, AZURE_TENANT_ID: undefined }));
    expect((await (await credentialOf(access)).getToken(SCOPE))?.token).toMatch(/./);
  });

  it('is told the subject it has, when Azure does not trust it', async () => {
    const world = azureWorld(ambient(GITHUB));
    world.state.workflows = world.state.workflows.map((one) => ({ ...one, subject: 'repo:acme/access:ref:refs/heads/odd' }));
    const failure = await refusedBy((await credentialOf(world.access)).getToken(SCOPE));
    expect(failure).toMatchObject({ kind: 'forbidden', message: expect.stringContaining('AADSTS7002') });
    expect(failure.hint).toContain('repo:acme/access:ref:refs/heads/odd');
    expect(failure.hint).toContain(APPLICATIONS.grantkeeper);
  });

  it('never tells its tokens', async () => {
    const world = azureWorld(ambient(GITHUB));
    world.state.servicePrincipals = [];
    const { access } = world;
    const reading = await readerOver(await connect(access)).read(scope());
    const text = JSON.stringify(reading);
    expect(reading.ok).toBe(false);
    expect(text).not.toContain('eyJ');
    expect(text).not.toContain(REQUEST_TOKEN);
  });

  it.each([
    ['GitHub says no', refusal(403, 'Forbidden'), 'forbidden'],
    ['GitHub sends no token', json({}), 'transient'],
  ])('says when %s', async (_, line, kind) => {
    const { access } = scripted([line], ambient(GITHUB));
    const failure = await refusedBy((await credentialOf(access)).getToken(SCOPE));
    expect(failure).toMatchObject({ kind, message: expect.stringContaining('identity token from GitHub') });
  });

  it('takes a token endpoint that is down for something that passes', async () => {
    const { access } = scripted([json({ value: 'a.b.c' }), new TypeError('fetch failed')], ambient(GITHUB));
    expect((await refusedBy((await credentialOf(access)).getToken(SCOPE))).kind).toBe('transient');
  });

  it.each(['a.b.c', 'odd', `a.${Buffer.from('{"sub":7}').toString('base64url')}.c`])(
    'does not need to read its own token (%s)',
    async (value) => {
      const no = json({ error: 'invalid_client', error_description: 'AADSTS700213: no match' }, 401);
      const { access } = scripted([json({ value }), no], ambient(GITHUB));
      expect((await refusedBy((await credentialOf(access)).getToken(SCOPE))).hint).toMatch(/this job has: unknown$/);
    },
  );

  it('refuses to work in another tenant than policy names', async () => {
    const other = '99999999-2222-4333-8444-555555555555';
    const { access } = azureWorld(ambient({ ...GITHUB, AZURE_TENANT_ID: other }));
    const failure = await refusedBy((await credentialOf(access)).getToken(SCOPE));
    expect(failure).toMatchObject({ kind: 'forbidden', message: expect.stringContaining(other) });
    expect(await (await azure.reader(access)).read(scope())).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  it('fails the reading, and nothing else, where the sign-in cannot begin', async () => {
    const { access } = scripted([json({})], ambient({ ...GITHUB, AZURE_TENANT_ID: 'no tenant!' }));
    const reading = await (await azure.reader(access)).read(scope());
    expect(reading).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: expect.stringContaining('the sign-in to Azure failed') },
    });
  });
});

describe('an assertion', () => {
  it('is made once for four minutes, and anew after a failure', async () => {
    let now = NOW;
    let made = 0;
    const lines = [() => Promise.reject(new Error('down')), () => Promise.resolve('one'), () => Promise.resolve('two')];
    const get = remembered({ clock: () => now }, () => (lines[made++] ?? lines[0]!)());
    await expect(get()).rejects.toThrow('down');
    expect(await Promise.all([get(), get()])).toEqual(['one', 'one']);
    now = (now + 4 * 60_000 - 1) as typeof NOW;
    expect(await get()).toBe('one');
    now = (now + 1) as typeof NOW;
    expect(await get()).toBe('two');
  });
});

const failing = (error: unknown): TokenCredential => ({ getToken: () => Promise.reject(error) });
const hint = () => Promise.resolve('az login');

describe('explained', () => {
  it('tells a no of Entra from a way that failed', async () => {
    const no = await refusedBy(explained(failing(new Error('AADSTS999: nobody met it')), hint).getToken(SCOPE));
    expect(no).toEqual({ kind: 'forbidden', message: 'the sign-in to Azure failed: AADSTS999: nobody met it', hint: 'az login' });
    const lost = await refusedBy(explained(failing('odd'), hint).getToken(SCOPE));
    expect(lost).toEqual({ kind: 'transient', message: 'the sign-in to Azure failed: odd' });
  });

  it('takes what a machine without a sign-in says for a no', async () => {
    const no = await refusedBy(explained(failing(new Error('odd')), hint, 'forbidden').getToken(SCOPE));
    expect(no).toMatchObject({ kind: 'forbidden', hint: 'az login' });
  });

  it('passes on what was explained already', async () => {
    const before = new Refused({ kind: 'unsafe', message: 'x' });
    expect(await refusedBy(explained(failing(before), hint).getToken(SCOPE))).toBe(before.failure);
  });
});

describe('a machine', () => {
  it('asks the Azure CLI, which is not called before a token is wanted', async () => {
    const { access, requests } = scripted([json({})], ambient({}));
    expect(await credentialOf(access)).toHaveProperty('getToken');
    expect(requests).toEqual([]);
  });
});
