import type { Answers } from './answers.ts';
import { forUsers } from './users.ts';
import { pathOf, workflowText } from './workflow.ts';
import { workflows } from './workflows.ts';

/** What the folder is like where init runs. */
export interface Ground {
  /** The default branch. */
  readonly branch: string;
  /** False on GitHub Enterprise Server, which knows no `queue`. */
  readonly queue: boolean;
}

/** Texts of a first repository by path, all but CODEOWNERS, which is made from them. */
export function firstFiles(answers: Answers, ground: Ground): ReadonlyMap<string, string> {
  const { team, gcp, tenant, action, environment } = answers;
  const rendering = forUsers({ action, google: gcp !== undefined, tenant, environment, queue: ground.queue });
  return new Map([
    ['policy/policy.yaml', policyText(answers)],
    [`policy/people/${team}.yaml`, peopleText(answers)],
    [`policy/teams/${team}.yaml`, teamText(answers)],
    ['policy/roles/observe.yaml', roleText(answers)],
    [`grants/${team}/README.md`, `# Grants of ${team}\n\nOne file is one grant; its name is its id. It ends by itself.\n`],
    ['recalls/README.md', '# Recalls\n\nWhile a file stands here, its principal holds nothing of ours and gets nothing.\n'],
    ['.vscode/settings.json', `${JSON.stringify({ 'yaml.schemas': SCHEMAS }, null, 2)}\n`],
    ...workflows(ground.branch).map((workflow) => [pathOf(workflow), workflowText(workflow, rendering)] as const),
  ]);
}

function policyText({ stamp, security, gcp, azure, tenant }: Answers): string {
  const clouds = [
    ...(gcp === undefined ? [] : [`  gcp: { manages: [${quoted(gcp)}] }`]),
    ...(azure === undefined || tenant === undefined ? [] : [`  azure: { tenant: ${quoted(tenant)}, manages: [${quoted(azure)}] }`]),
  ];
  return [
    '# What the organisation demands. Owned by security.',
    `stamp: ${quoted(stamp)}`,
    `security: [${security.map(keyOf).join(', ')}]`,
    'clouds:',
    ...clouds,
    'grants: { maxDuration: 8h, require: [reason] }',
    '',
  ].join('\n');
}

function peopleText({ approvers, security }: Answers): string {
  const all = [...new Set([...approvers, ...security])];
  const lines = all.map((login) => `  ${keyOf(login)}: { name: ${quoted(login)}, github: ${quoted(login)} }`);
  return [
    '# Only who stands here can be granted anything. Give each their identity in the clouds, such as',
    '# gcp: "user:ada@example.com" and azure: 1b2c0000-0000-4000-8000-000000000001',
    'people:',
    ...lines,
    '',
  ].join('\n');
}

function teamText({ team, approvers, gcp, azure }: Answers): string {
  const scopes = [gcp === undefined ? [] : [`gcp: ${quoted(gcp)}`], azure === undefined ? [] : [`azure: ${quoted(azure)}`]].flat();
  return [
    `# Owns grants/${team}/. A place is all that its grants may ask for, and what lies below.`,
    `approvers: [${approvers.map(keyOf).join(', ')}]`,
    'places:',
    `  ${team}: { env: prod, ${scopes.join(', ')} }`,
    '',
  ].join('\n');
}

function roleText({ gcp, azure }: Answers): string {
  return [
    'description: Read logs, metrics and settings',
    'maxDuration: 8h',
    'access:',
    ...(gcp === undefined ? [] : ['  - { gcp: $place, role: roles/logging.viewer }', '  - { gcp: $place, role: roles/monitoring.viewer }']),
    ...(azure === undefined ? [] : ['  - { azure: $place, role: Reader }']),
    '',
  ].join('\n');
}

/** A login as a name of ours. */
function keyOf(login: string): string {
  return login.toLowerCase();
}

/** As YAML and JSON both read it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** The published schemas, for the YAML extension of an editor. */
const SCHEMAS = Object.fromEntries(
  (
    [
      ['grant', 'grants/**/*.yaml'],
      ['recall', 'recalls/*.yaml'],
      ['policy', 'policy/policy.yaml'],
      ['team', 'policy/teams/*.yaml'],
      ['people', 'policy/people/*.yaml'],
      ['role', 'policy/roles/*.yaml'],
      ['override', 'policy/overrides/*.yaml'],
    ] as const
  ).map(([name, files]) => [`https://grantkeeper.dev/schemas/v1/${name}.schema.json`, [files]]),
);
