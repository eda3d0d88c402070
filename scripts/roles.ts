import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Permission } from '../src/providers/azure/escalation.ts';
import { firstWrite as azureWrite, reasonsOf } from '../src/providers/azure/roles-risk.ts';
import { reasonsFor } from '../src/providers/gcp/roles.ts';
import { firstWrite as gcpWrite } from '../src/providers/gcp/roles-risk.ts';
import type { RoleLines } from '../src/providers/role-table.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = 'iann0036/iam-dataset at 2073fa5 of 2026-08-22, MIT License, Copyright (c) 2021 Ian Mckay';

/** Judged from its permissions: why it escalates, else what it changes, else that it only looks. */
interface Judged {
  readonly names: string;
  readonly empty: boolean;
  /** `permission: reason`, the deciding one first. */
  readonly reasons: readonly string[];
  readonly write: string | undefined;
}

/** The tables of published roles, by the file that they belong in; `data` is the folder of the conformance data. */
export function roleTables(data: string): ReadonlyMap<string, string> {
  return new Map([
    ['src/providers/gcp/generated/role-lines.ts', moduleOf(gcpRoles(data))],
    ['src/providers/azure/generated/role-lines.ts', moduleOf(azureRoles(data))],
  ]);
}

function gcpRoles(data: string): readonly Judged[] {
  const roles = JSON.parse(readFileSync(join(data, 'gcp-roles/roles.json'), 'utf8')) as Record<
    string,
    { readonly permissions: readonly string[] }
  >;
  return Object.entries(roles).map(([name, { permissions }]) => ({
    names: name.replace(/^roles\//, ''),
    empty: permissions.length === 0,
    reasons: reasonsFor(permissions),
    write: gcpWrite(permissions),
  }));
}

interface BuiltIn {
  readonly id: string;
  readonly roleName: string;
  readonly permissions: readonly Permission[];
}

function azureRoles(data: string): readonly Judged[] {
  const roles = JSON.parse(readFileSync(join(data, 'azure-roles/built-in-roles.json'), 'utf8')) as readonly BuiltIn[];
  return roles.map(({ id, roleName, permissions }) => ({
    names: `${roleName}|${id}`,
    empty: permissions.every(({ actions = [], dataActions = [] }) => actions.length + dataActions.length === 0),
    reasons: reasonsOf(permissions),
    write: azureWrite(permissions),
  }));
}

function moduleOf(judged: readonly Judged[]): string {
  const reasons: string[] = [];
  const lines = judged.map((one) => lineOf(one, reasons)).sort();
  const table: RoleLines = { source: SOURCE, reasons, lines: lines.join('\n') };
  return `// Written by scripts/roles.ts; do not edit. Names of roles and permissions are facts taken from
// ${SOURCE};
// verdicts and reasons are ours.
import type { RoleLines } from '../../role-table.ts';

export const roleLines: RoleLines = {
  source: '${table.source}',
  reasons: ${JSON.stringify(table.reasons, null, 2)},
  lines: \`${table.lines}\`,
};
`;
}

function lineOf({ names, empty, reasons, write }: Judged, known: string[]): string {
  const [first] = reasons;
  if (empty) return `${names}\tu`;
  if (first === undefined) return write === undefined ? `${names}\tr` : `${names}\tw\t${write}`;
  const [, permission = '', reason = ''] = /^(.*?)(?: and \d+ more)?: (.*)$/.exec(first) ?? [];
  if (!known.includes(reason)) known.push(reason);
  return `${names}\te\t${permission}\t${known.indexOf(reason)}`;
}

if (import.meta.main) {
  const data = process.env['CONFORMANCE_DATA'];
  if (data === undefined) {
    console.error('CONFORMANCE_DATA names the folder that the lists of roles lie in');
    process.exitCode = 1;
  } else for (const [path, text] of roleTables(data)) writeFileSync(ROOT + path, text);
}
