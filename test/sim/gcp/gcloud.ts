import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Whether Google's own client is on the PATH. */
export const installed = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'gcloud')));

/** Nobody listens there: what is not meant for loopback ends here, and never in a network. */
const NOWHERE = 'http://127.0.0.1:9';

/** gcloud with the served simulator for Google Cloud, and a folder for all that it keeps; its answer as JSON. */
export function gcloudAt(base: string, folder: string): (...words: readonly string[]) => Promise<unknown> {
  const token = join(folder, 'token');
  writeFileSync(token, 'sim-token-grantkeeper');
  const env = {
    ...process.env,
    ...Object.fromEntries(
      ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].map((name) => [name, NOWHERE]),
    ),
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
    CLOUDSDK_CONFIG: join(folder, 'config'),
    CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: token,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDRESOURCEMANAGER: `${base}/`,
    CLOUDSDK_API_ENDPOINT_OVERRIDES_IAM: `${base}/iam.googleapis.com/`,
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: '1',
    CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
    CLOUDSDK_SURVEY_DISABLE_PROMPTS: '1',
  };
  return async (...words) => {
    const { stdout } = await promisify(execFile)('gcloud', [...words, '--format=json'], { env });
    return JSON.parse(stdout);
  };
}
