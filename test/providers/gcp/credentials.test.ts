import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { credential } from '../../../src/providers/gcp/credentials.ts';
import { gcpReader } from '../../../src/providers/gcp/reader.ts';
import type { Identity } from '../../../src/providers/provider.ts';
import { type Scripted, scripted, type Seen } from '../scripted.ts';
import { scopeOf } from './world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credentials-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An identity that is signed in with a file of this content. */
async function file(content: unknown, env: Record<string, string> = {}): Promise<Identity> {
  const path = join(folder, `${Math.random()}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { kind: 'ambient', env: { GOOGLE_APPLICATION_CREDENTIALS: path, ...env } };
}

const actions = {
  type: 'external_account',
  audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/github',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  token_url: 'https://sts.googleapis.com/v1/token',
  service_account_impersonation_url:
    'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/grantkeeper@platform-shared.iam.gserviceaccount.com:generateAccessToken',
  credential_source: {
    url: 'https://run-actions-1-azure-eastus.actions.githubusercontent.com/1//idtoken/x?api-version=2.0&audience=y',
    headers: { Authorization: 'Bearer request-token' },
    format: { type: 'json', subject_token_field_name: 'value' },
  },
};

/** GitHub, the token exchange and the impersonation of Google; each token has the number of its call. */
function google(call: Seen, number: number): Scripted {
  const { hostname } = new URL(call.url);
  if (hostname.endsWith('githubusercontent.com')) return { json: { value: `oidc-${number}` } };
  if (hostname === 'sts.googleapis.com') return { json: { access_token: `federated-${number}`, expires_in: 3600, token_type: 'Bearer' } };
  if (hostname === 'oauth2.googleapis.com') return { json: { access_token: `user-${number}`, expires_in: 3600, token_type: 'Bearer' } };
  const expireTime = new Date(Date.now() + 3600_000).toISOString();
  return { json: { accessToken: `impersonated-${number}`, expireTime } };
}

function googleFor(identity: Identity) {
  let number = 0;
  return scripted((call) => google(call, (number += 1)), identity);
}

const hosts = (seen: readonly Seen[]) => seen.map(({ url }) => new URL(url).hostname);

describe('a token', () => {
  it('is sent as it is, and cannot be renewed', async () => {
    const access = scripted([]);
    const signed = credential(access);
    const t0 = { authorization: 'Bearer t0' };
    expect(await signed.headers()).toEqual({ ok: true, headers: t0 });
    expect(signed.renew(t0)).toBe(false);
    expect(await signed.headers()).toEqual({ ok: true, headers: t0 });
    expect(access.seen).toEqual([]);
  });
});

describe('a workflow', () => {
  it('exchanges its own token for one of Google, once, all over the given fetch', async () => {
    const access = googleFor(await file(actions));
    const signed = credential(access);
    const all = await Promise.all([signed.headers(), signed.headers(), signed.headers()]);
    expect(all[0]).toEqual({ ok: true, headers: { authorization: 'Bearer impersonated-3' } });
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(hosts(access.seen)).toEqual([
      'run-actions-1-azure-eastus.actions.githubusercontent.com',
      'sts.googleapis.com',
      'iamcredentials.googleapis.com',
    ]);
    expect(access.seen[0]?.headers.get('authorization')).toBe('Bearer request-token');
    expect(access.seen[1]?.body).toContain('subject_token=oidc-1');
  });

  it('works without a service account, and with a token from a file', async () => {
    const path = join(folder, 'subject');
    await writeFile(path, 'from-a-file');
    const { service_account_impersonation_url: _, ...direct } = actions;
    const access = googleFor(await file({ ...direct, credential_source: { file: path } }));
    expect(await credential(access).headers()).toEqual({ ok: true, headers: { authorization: 'Bearer federated-1' } });
    expect(access.seen[0]?.body).toContain('subject_token=from-a-file');
  });

  it('says nothing on the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await credential(googleFor(await file(actions))).headers();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('fetches a new token when Google refuses the old one, once', async () => {
    const identity = await file(actions);
    let number = 0;
    const access = scripted((call) => {
      number += 1;
      if (!call.url.includes('cloudresourcemanager')) return google(call, number);
      return call.headers.get('authorization') === 'Bearer impersonated-3' ? { status: 401, text: 'expired' } : { json: { etag: 'x' } };
    }, identity);
    expect(await gcpReader(access).read(scopeOf('projects/payments-prod'))).toMatchObject({ ok: true });
    expect(hosts(access.seen).filter((host) => host.startsWith('cloudresourcemanager')).length).toBe(2);
    expect(access.seen.at(-1)?.headers.get('authorization')).toBe('Bearer impersonated-7');
  });

  it('says that the exchange was refused, and tries what may pass by itself', async () => {
    const refused = scripted(
      (call) =>
        call.url.includes('sts')
          ? { status: 400, json: { error: 'invalid_grant', error_description: 'The attribute condition does not fit' } }
          : google(call, 1),
      await file(actions),
    );
    expect(await credential(refused).headers()).toEqual({
      ok: false,
      failure: {
        kind: 'forbidden',
        message: expect.stringContaining('The attribute condition does not fit'),
        hint: expect.stringContaining('google-github-actions/auth'),
      },
    });
    let left = 2;
    const flaky = scripted(
      (call) =>
        call.url.includes('sts') && (left -= 1) >= 0
          ? { status: 503 }
          : call.url.includes('cloudresource')
            ? { json: { etag: 'x' } }
            : google(call, 1),
      await file(actions),
    );
    expect(await gcpReader(flaky).read(scopeOf('projects/payments-prod'))).toMatchObject({ ok: true });
    expect(flaky.waits.length).toBe(2);
  });

  it('takes the host of an enterprise that the runner names', async () => {
    const url = 'https://actions.octocorp.example/idtoken/x';
    const identity = await file(
      { ...actions, credential_source: { ...actions.credential_source, url } },
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://actions.octocorp.example/other' },
    );
    const access = scripted((call) => (call.url === url ? { json: { value: 'oidc' } } : google(call, 1)), identity);
    expect((await credential(access).headers()).ok).toBe(true);
  });

  it.each([
    ['token_url', { token_url: 'https://sts.googleapis.com.evil.example/v1/token' }],
    ['token_url', { token_url: 'http://sts.googleapis.com/v1/token' }],
    ['token_url', { token_url: 'https://sts.googleapis.com:8443/v1/token' }],
    ['token_url', { token_url: 'https://me@sts.googleapis.com/v1/token' }],
    ['token_url', { token_url: undefined }],
    ['service_account_impersonation_url', { service_account_impersonation_url: 'https://evil.example/x' }],
    ['service_account_impersonation_url', { service_account_impersonation_url: '' }],
    ['credential_source.url', { credential_source: { url: 'https://evil.example/token' } }],
    ['credential_source.url', { credential_source: { url: 'https://xactions.githubusercontent.com.evil/' } }],
    ['credential_source.url', { credential_source: { executable: { command: 'curl evil.example' } } }],
    ['credential_source.url', { credential_source: undefined }],
  ])('sends no token to a %s of strangers', async (name, more) => {
    const access = scripted([], await file({ ...actions, ...more }, { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://evil.example/token' }));
    expect(await credential(access).headers()).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden', message: expect.stringContaining(name) },
    });
    expect(access.seen).toEqual([]);
  });
});

describe('other files', () => {
  it('sign in as a person, with the project that pays', async () => {
    const user = { type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r', quota_project_id: 'platform-shared' };
    const access = googleFor(await file(user));
    const signed = credential(access);
    expect(await signed.headers()).toEqual({
      ok: true,
      headers: { authorization: 'Bearer user-1', 'x-goog-user-project': 'platform-shared' },
    });
    expect(signed.renew({ authorization: 'Bearer of-long-ago' })).toBe(true);
    expect(await signed.headers()).toMatchObject({ headers: { authorization: 'Bearer user-1' } });
    expect(signed.renew({ authorization: 'Bearer user-1' })).toBe(true);
    expect(await signed.headers()).toMatchObject({ headers: { authorization: 'Bearer user-2' } });
    expect(hosts(access.seen)).toEqual(['oauth2.googleapis.com', 'oauth2.googleapis.com']);
    const other = credential(googleFor(await file(user, { GOOGLE_CLOUD_QUOTA_PROJECT: 'search-prod' })));
    expect(await other.headers()).toMatchObject({ headers: { 'x-goog-user-project': 'search-prod' } });
  });

  it('sign in as a service account with a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const access = googleFor(
      await file({
        type: 'service_account',
        client_email: 'a@b.iam.gserviceaccount.com',
        private_key: key,
        universe_domain: 'googleapis.com',
      }),
    );
    const signed = credential(access);
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer user-1' } });
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer user-1' } });
    expect(signed.renew({ authorization: 'Bearer user-1' })).toBe(true);
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer user-2' } });
  });

  it('sign in as a person who acts as a service account', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const source = { type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' };
    const impersonated = {
      type: 'impersonated_service_account',
      source_credentials: source,
      service_account_impersonation_url: actions.service_account_impersonation_url,
    };
    const access = googleFor(await file(impersonated));
    expect(await credential(access).headers()).toEqual({ ok: true, headers: { authorization: 'Bearer impersonated-2' } });
    expect(hosts(access.seen)).toEqual(['oauth2.googleapis.com', 'iamcredentials.googleapis.com']);
    const nameless = await file({ ...impersonated, service_account_impersonation_url: 'https://iamcredentials.googleapis.com/v1/x' });
    expect(await credential(scripted([], nameless)).headers()).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('names no account') },
    });
    warn.mockRestore();
  });

  it('sign in as a person of a workforce pool', async () => {
    const workforce = {
      type: 'external_account_authorized_user',
      audience: '//iam.googleapis.com/locations/global/workforcePools/p/providers/x',
      client_id: 'c',
      client_secret: 's',
      refresh_token: 'r',
      token_url: 'https://sts.googleapis.com/v1/oauthtoken',
    };
    const access = googleFor(await file(workforce));
    expect(await credential(access).headers()).toEqual({ ok: true, headers: { authorization: 'Bearer federated-1' } });
    expect(hosts(access.seen)).toEqual(['sts.googleapis.com']);
  });

  it.each([
    ['{"private_key": "secret', 'is no JSON'],
    [{ type: 'gdch_service_account' }, 'are not taken'],
    [{}, 'has no type'],
    [{ type: 'authorized_user', client_id: 'c' }, 'has no client_secret'],
    [{ type: 'authorized_user', universe_domain: 'example.com' }, 'another universe'],
  ])('are refused, without a word of what they hold', async (content, problem) => {
    const signed = await credential(scripted([], await file(content))).headers();
    expect(signed).toMatchObject({ ok: false, failure: { kind: 'forbidden', message: expect.stringContaining(problem) } });
    expect(JSON.stringify(signed)).not.toContain('private_key');
  });

  it('are refused, too, where they hold what no header can carry, and it is not told', async () => {
    const headers = { Authorization: 'Bearer request-token\u0000' };
    const odd = { ...actions, credential_source: { ...actions.credential_source, headers } };
    const signed = await credential(googleFor(await file(odd))).headers();
    expect(signed).toMatchObject({ ok: false, failure: { message: expect.stringContaining('is an invalid header value') } });
    expect(JSON.stringify(signed)).not.toContain('request-token');
  });

  it('are looked for where gcloud keeps them', async () => {
    const user = { type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' };
    await writeFile(join(folder, 'application_default_credentials.json'), JSON.stringify(user));
    expect(await credential(googleFor({ kind: 'ambient', env: { CLOUDSDK_CONFIG: folder } })).headers()).toMatchObject({ ok: true });
  });

  it('are read again after a failure', async () => {
    const path = join(folder, 'late.json');
    const signed = credential(googleFor({ kind: 'ambient', env: { GOOGLE_APPLICATION_CREDENTIALS: path } }));
    expect((await signed.headers()).ok).toBe(false);
    await writeFile(path, JSON.stringify({ type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' }));
    expect((await signed.headers()).ok).toBe(true);
  });

  it('say that the named one is not there', async () => {
    const identity: Identity = { kind: 'ambient', env: { GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'nowhere.json') } };
    expect(await credential(scripted([], identity)).headers()).toMatchObject({
      ok: false,
      failure: { hint: expect.stringContaining('GOOGLE_APPLICATION_CREDENTIALS') },
    });
  });
});

const ambient = (env: Readonly<Record<string, string | undefined>>): Identity => ({ kind: 'ambient', env });

describe('a machine of Google', () => {
  it('is asked for its account, again shortly before the token ends', async () => {
    const access = scripted(
      () => ({ json: { access_token: `m-${access.seen.length}`, expires_in: 3600 } }),
      ambient({ HOME: folder, GCE_METADATA_HOST: 'metadata.example' }),
    );
    const signed = credential(access);
    const first = { ok: true, headers: { authorization: 'Bearer m-1' } };
    // Two who ask at once share one answer.
    expect(await Promise.all([signed.headers(), signed.headers()])).toEqual([first, first]);
    expect(await signed.headers()).toEqual(first);
    await access.sleep(56 * 60_000);
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer m-2' } });
    expect(signed.renew({ authorization: 'Bearer m-2' })).toBe(true);
    expect(await signed.headers()).toEqual({ ok: true, headers: { authorization: 'Bearer m-3' } });
    expect(access.seen[0]?.url).toBe('http://metadata.example/computeMetadata/v1/instance/service-accounts/default/token');
    expect(access.seen[0]?.headers.get('metadata-flavor')).toBe('Google');
  });

  it.each([{ env: {} }, { env: { APPDATA: '/nowhere' } }, { env: { GOOGLE_APPLICATION_CREDENTIALS: '', HOME: '/nowhere' } }])(
    'may be no machine of Google ($env)',
    async ({ env }) => {
      const access = scripted(() => 'cut', ambient(env));
      expect(await credential(access).headers()).toEqual({
        ok: false,
        failure: {
          kind: 'forbidden',
          message: 'could not sign in to Google Cloud: no credentials on this machine',
          hint: expect.stringContaining('gcloud auth application-default login'),
        },
      });
      expect(hosts(access.seen)).toEqual(['metadata.google.internal']);
    },
  );

  it.each(['', ' ', 'a b', 'a\nb'])('may give what is no token (%j), and is not believed', async (token) => {
    const access = scripted(() => ({ json: { access_token: token, expires_in: 3600 } }), ambient({ HOME: folder }));
    expect(await credential(access).headers()).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  it('may be unwell for a moment', async () => {
    const access = scripted([{ status: 503 }, { json: { odd: true } }], ambient({}));
    expect(await credential(access).headers()).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    expect(await credential(access).headers()).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });
});
