import type { Duty } from '../provider.ts';
import type { Grip } from './grips.ts';

/** Commands of the Azure CLI that make the roles and give them. */
export function shellFor(grips: readonly Grip[]): string {
  const ids = [...new Set(grips.map(({ duty: { who } }) => `"\${${variable(who)}:?}"`))].join(' ');
  return [
    '#!/bin/sh',
    '# Say who works, by the object id of its service principal: az ad sp show --id <application id> --query id --output tsv',
    'set -eu',
    `: ${ids}`,
    ...grips.flatMap((grip) => ['', `# ${grip.duty.name}`, ...roleOf(grip), ...limitOf(grip), ...grip.nodes.map((at) => giftOf(grip, at))]),
    '',
  ].join('\n');
}

function variable(name: Duty['who']): string {
  return `${name.toUpperCase()}_ID`;
}

/** For people, where the name of the duty alone says too little. */
const TOLD: Readonly<Record<string, string>> = {
  pim: 'give and take roles by PIM',
  look: 'look where it does not write',
  see: 'see a lockdown',
  keep: 'keep a lockdown',
  lock: 'lock out who is recalled',
};

function roleOf({ title, duty, nodes, isBuiltIn }: Grip): readonly string[] {
  if (isBuiltIn) return ['# At the root only a Global Administrator with elevated access gives roles, and only those of Azure.'];
  const role = {
    Name: title,
    IsCustom: true,
    Description: `What Grantkeeper needs to ${TOLD[duty.name] ?? duty.name}`,
    Actions: duty.permissions,
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: nodes,
  };
  return [...textOf('role', JSON.stringify(role, undefined, 2)), 'az role definition create --role-definition "$role"'];
}

function limitOf({ duty: { limit } }: Grip): readonly string[] {
  return limit === undefined ? [] : textOf('limit', limit);
}

function textOf(name: 'role' | 'limit', text: string): readonly string[] {
  return [`${name}=$(cat <<'TEXT'`, text, 'TEXT', ')'];
}

function giftOf({ title, duty }: Grip, at: string): string {
  const who = `--assignee-object-id "$${variable(duty.who)}" --assignee-principal-type ServicePrincipal`;
  const condition = duty.limit === undefined ? '' : ' --condition "$limit" --condition-version 2.0';
  return `az role assignment create ${who} --role ${quoted(title)} --scope ${quoted(at)}${condition}`;
}

/** Parts of scopes may hold a dollar sign or brackets, and never a quote. */
function quoted(text: string): string {
  return `'${text}'`;
}
