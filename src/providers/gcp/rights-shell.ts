import type { Duty } from '../provider.ts';
import { type Grip, type Homes, LIMIT_TITLE, roleId } from './grips.ts';

/** Commands of gcloud that make the roles and give them. */
export function shellFor(duties: readonly Duty[], grips: readonly Grip[], homes: Homes): string {
  const members = [...new Set(duties.map(({ who }) => `"\${${variable(who)}:?}"`))].join(' ');
  return [
    '#!/bin/sh',
    '# Say who works, for instance PLAN_MEMBER=serviceAccount:grantkeeper-plan@PROJECT.iam.gserviceaccount.com',
    'set -eu',
    `: ${members}`,
    ...(homes.organization === undefined && homes.projects.length === 0 ? [': "${ORGANIZATION:?the number of the organization}"'] : []),
    ...duties.flatMap((duty) => [
      '',
      `# ${duty.name}`,
      ...rolesOf(duty, homes),
      ...grips.filter((grip) => grip.duty === duty).flatMap((grip) => gripOf(grip, homes)),
    ]),
    '',
  ].join('\n');
}

function variable(name: Duty['who']): string {
  return `${name.toUpperCase()}_MEMBER`;
}

function rolesOf(duty: Duty, homes: Homes): readonly string[] {
  const where = homes.projects.length > 0 ? homes.projects.map((id) => `--project=${id}`) : [`--organization=${organizationIn(homes)}`];
  const what = `--title='Grantkeeper ${duty.name}' --stage=GA --permissions=${duty.permissions.join(',')}`;
  return where.map((home) => `gcloud iam roles create ${roleId(duty)} ${home} ${what}`);
}

function organizationIn({ organization }: Homes): string {
  return organization ?? '"$ORGANIZATION"';
}

const NODES: Readonly<Record<string, string>> = {
  projects: 'gcloud projects',
  folders: 'gcloud resource-manager folders',
  organizations: 'gcloud organizations',
};

function gripOf({ duty, node }: Grip, homes: Homes): readonly string[] {
  const [collection = '', id = ''] = node.split('/');
  const home = homes.projects.length > 0 ? node : `organizations/${organizationIn(homes)}`;
  const command = `${NODES[collection]} add-iam-policy-binding ${id} --member="$${variable(duty.who)}" --role=${home}/roles/${roleId(duty)}`;
  if (duty.limit === undefined) return [`${command} --condition=None`];
  const condition = JSON.stringify({ title: LIMIT_TITLE, expression: duty.limit }, undefined, 2);
  return [
    'limit=$(mktemp)',
    `cat > "$limit" <<'CONDITION'`,
    condition,
    'CONDITION',
    `${command} --condition-from-file="$limit"`,
    'rm "$limit"',
  ];
}
