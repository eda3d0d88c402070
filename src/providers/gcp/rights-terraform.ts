import type { Duty } from '../provider.ts';
import { type Grip, type Homes, LIMIT_TITLE, roleId } from './grips.ts';

/** The same roles and bindings for the provider `google` of Terraform. */
export function terraformFor(duties: readonly Duty[], grips: readonly Grip[], homes: Homes): string {
  const variables = [...new Set(duties.map(({ who }) => who))].map((who) =>
    variableOf(`${who}_member`, `Who does the work of ${who}, such as serviceAccount:NAME@PROJECT.iam.gserviceaccount.com`),
  );
  const organization =
    homes.organization === undefined && homes.projects.length === 0 ? [variableOf('organization', 'The number of the organization')] : [];
  const blocks = duties.flatMap((duty) => [
    ...rolesOf(duty, homes),
    ...grips.filter((grip) => grip.duty === duty).map((grip) => gripOf(grip, homes)),
  ]);
  return `${[...variables, ...organization, ...blocks].join('\n\n')}\n`;
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function variableOf(name: string, description: string): string {
  return block(`variable "${name}"`, ['type        = string', `description = ${quoted(description)}`]);
}

function quoted(text: string): string {
  // A dollar or a percent sign before a brace would begin a template (Terraform: strings and templates).
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&');
}

function rolesOf(duty: Duty, homes: Homes): readonly string[] {
  const common = [
    `role_id = "${roleId(duty)}"`,
    `title = "Grantkeeper ${duty.name}"`,
    'permissions = [',
    ...duty.permissions.map((one) => `  "${one}",`),
    ']',
  ];
  if (homes.projects.length === 0) {
    return [block(`resource "google_organization_iam_custom_role" "${labelOf(duty)}"`, [`org_id = ${organizationIn(homes)}`, ...common])];
  }
  return homes.projects.map((id) =>
    block(`resource "google_project_iam_custom_role" "${labelOf(duty, id)}"`, [`project = "${id}"`, ...common]),
  );
}

function organizationIn({ organization }: Homes): string {
  return organization === undefined ? 'var.organization' : `"${organization}"`;
}

function labelOf({ name }: Duty, at?: string): string {
  return `grantkeeper_${name}${at === undefined ? '' : `_${at.replaceAll(/[^a-z0-9]+/g, '_')}`}`;
}

const NODES: Readonly<Record<string, readonly [type: string, key: string]>> = {
  projects: ['google_project_iam_member', 'project'],
  folders: ['google_folder_iam_member', 'folder'],
  organizations: ['google_organization_iam_member', 'org_id'],
};

function gripOf({ duty, node }: Grip, homes: Homes): string {
  const [collection = '', id = ''] = node.split('/');
  const [type = '', key = ''] = NODES[collection] ?? [];
  const role =
    homes.projects.length === 0
      ? `google_organization_iam_custom_role.${labelOf(duty)}`
      : `google_project_iam_custom_role.${labelOf(duty, id)}`;
  const lines = [`${key} = "${collection === 'folders' ? node : id}"`, `role = ${role}.id`, `member = var.${duty.who}_member`];
  const limit =
    duty.limit === undefined ? [] : ['condition {', `  title = ${quoted(LIMIT_TITLE)}`, `  expression = ${quoted(duty.limit)}`, '}'];
  return block(`resource "${type}" "${labelOf(duty, node)}"`, [...lines, ...limit]);
}
