import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { actingAs, githubFederation } from './github-federation.ts';
import { metadataServer } from './metadata-server.ts';
import { type SignIn, SignInError } from './sign-in.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whatever the machine is signed in as, in Google's order (Application Default Credentials): the file that
 * GOOGLE_APPLICATION_CREDENTIALS names, the workflow's own token, the file that gcloud wrote, the metadata server of the machine; and
 * from there the account that GCP_SERVICE_ACCOUNT asks to act as. The library's own search is not used: it asks gcloud and Resource
 * Manager for a project that nobody needs, and does not go through the given fetch throughout.
 */
export async function ambientSignIn(access: Access, env: Environment): Promise<SignIn> {
  const json = credentialsIn(env);
  if (json !== undefined) return (await import('./key-file.ts')).keyFileSignIn(json, access, env);
  if (actingAs(env) === undefined) return metadataServer(access, env);
  throw new SignInError('GCP_SERVICE_ACCOUNT needs a sign-in to act from, and there is none');
}

/** The file that is named, the workflow's own token, or what gcloud wrote. */
function credentialsIn(env: Environment): unknown {
  const named = env['GOOGLE_APPLICATION_CREDENTIALS'] ?? '';
  if (named !== '') return parse(textOf(named, true));
  const federation = githubFederation(env);
  if (federation !== undefined) return federation;
  const path = gcloudFile(env);
  const text = path === undefined ? '' : textOf(path, false);
  return text === '' ? undefined : parse(text);
}

/** Where gcloud keeps it: below CLOUDSDK_CONFIG, APPDATA or HOME. */
function gcloudFile(env: Environment): string | undefined {
  const name = 'application_default_credentials.json';
  if (env['CLOUDSDK_CONFIG']) return join(env['CLOUDSDK_CONFIG'], name);
  if (env['APPDATA']) return join(env['APPDATA'], 'gcloud', name);
  return env['HOME'] ? join(env['HOME'], '.config', 'gcloud', name) : undefined;
}

/** The text of a file; empty where it need not be there and is not. */
function textOf(path: string, mustBe: boolean): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!mustBe && field(error, 'code') === 'ENOENT') return '';
    throw new SignInError(`the credential file ${path} does not read`, 'check GOOGLE_APPLICATION_CREDENTIALS');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the text, and the text is a secret.
    throw new SignInError('the credential file is no JSON');
  }
}
