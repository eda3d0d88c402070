import type { Answers } from './answers.ts';
import type { Ground } from './files.ts';
import { BRANCH, type Landing } from './landing.ts';

/** What a person does after init, in order. */
export function nextSteps(landing: Landing, { team, gcp, azure, action, environment }: Answers, { branch }: Ground): readonly string[] {
  const variables = [
    ...(gcp === undefined ? [] : ['GCP_WORKLOAD_IDENTITY_PROVIDER', 'GCP_SERVICE_ACCOUNT']),
    ...(azure === undefined ? [] : ['AZURE_CLIENT_ID']),
  ];
  return [
    `Give each person in policy/people/${team}.yaml their identity in the clouds.`,
    `Set the variables of the repository: ${variables.map((name) => `gh variable set ${name}`).join('; ')}`,
    ...(isPinned(action) ? [] : [`Pin the actions in .github/workflows to a commit that you have read: ${action} can be moved.`]),
    ...(environment === undefined
      ? []
      : [`Make the environment ${environment}, for ${branch} alone, with those who must let grants go on.`]),
    `Protect ${branch}: pull requests only, with approval by code owners.`,
    brought(landing, branch),
    'Ask grantkeeper doctor what is still missing, then run the workflow preview and read it before the clouds let the tool write.',
  ];
}

function isPinned(action: string): boolean {
  return /@[0-9a-f]{40}$/.test(action);
}

function brought(landing: Landing, branch: string): string {
  if (landing.kind === 'request') return `Read the request and merge it: ${landing.url}`;
  return landing.kind === 'branch' && landing.name === BRANCH
    ? `git push -u origin ${BRANCH}, open a pull request into ${branch}, read it and merge it.`
    : `git push -u origin ${branch}`;
}
