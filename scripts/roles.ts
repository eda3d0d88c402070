import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Permission } from '../src/providers/azure/escalation.ts';
import { firstWrite as azureWrite, reasonsOf } from '../src/providers/azure/roles-risk.ts';
import { reasonsFor } from '../src/providers/gcp/reasons.ts';
import { firstWrite as gcpWrite } from '../src/providers/gcp/roles-risk.ts';
import type { RoleLines } from '../src/providers/role-table.ts';
import type { PermissionLines } from '../src/providers/permission-lines.ts';

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
    ['src/providers/gcp/generated/permission-lines.ts', permissionModule(gcpLists(data), '.')],
    ['src/providers/azure/generated/permission-lines.ts', permissionModule(azureLists(data), '/')],
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

/** What each role spells out: its names, and blocks of lists. */
interface Spelled {
  readonly names: string;
  readonly blocks: readonly (readonly (readonly string[])[])[];
}

function gcpLists(data: string): readonly Spelled[] {
  const roles = JSON.parse(readFileSync(join(data, 'gcp-roles/roles.json'), 'utf8')) as Record<
    string,
    { readonly permissions: readonly string[] }
  >;
  return Object.entries(roles).map(([name, { permissions }]) => ({ names: name.replace(/^roles\//, ''), blocks: [[permissions]] }));
}

function azureLists(data: string): readonly Spelled[] {
  const roles = JSON.parse(readFileSync(join(data, 'azure-roles/built-in-roles.json'), 'utf8')) as readonly BuiltIn[];
  return roles.map(({ id, roleName, permissions }) => ({
    names: `${roleName}|${id}`,
    blocks: permissions.map(({ actions = [], notActions = [], dataActions = [], notDataActions = [] }) =>
      [actions, notActions, dataActions, notDataActions].map((list) => list.map((one) => one.trim())),
    ),
  }));
}

function permissionModule(spelled: readonly Spelled[], separator: string): string {
  const all = [...new Set(spelled.flatMap(({ blocks }) => blocks.flat(2)))].map((name) => cut(name, separator));
  const groups = Map.groupBy(
    all.toSorted((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1)),
    ([first]) => first,
  );
  const lines = [...groups].map(([first, own]) => `${first}\t${own.map(([, rest]) => rest).join(',')}`);
  const numbers = new Map([...groups.values()].flat().map(([first, rest], at) => [first === '' ? rest : first + separator + rest, at]));
  const listOf = (names: readonly string[]) => runsOf([...new Set(names)].map((name) => numbers.get(name) ?? 0));
  const roles = spelled.map(({ names, blocks }) => `${names}\t${blocks.map((block) => block.map(listOf).join(';')).join('\t')}`).sort();
  const table: PermissionLines = { source: SOURCE, names: lines.join('\n'), roles: roles.join('\n') };
  return `// Written by scripts/roles.ts; do not edit. Names of roles and permissions are facts taken from
// ${SOURCE}.
import type { PermissionLines } from '../../permission-lines.ts';

export const permissionLines: PermissionLines = {
  source: '${table.source}',
  names: \`${table.names}\`,
  roles: \`${table.roles}\`,
};
`;
}

/** At the last separator on Google Cloud, where a thing has its verbs; at the first on Azure, where a provider has its actions. */
function cut(name: string, separator: string): readonly [string, string] {
  const at = separator === '.' ? name.lastIndexOf(separator) : name.indexOf(separator);
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

function runsOf(numbers: readonly number[]): string {
  const runs: { begin: number; end: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.end === number - 1) last.end = number;
    else runs.push({ begin: number, end: number });
  }
  return runs
    .map(({ begin, end }, at) => {
      const gap = (begin - (runs[at - 1]?.end ?? 0)).toString(36);
      return end === begin ? gap : `${gap}-${(end - begin).toString(36)}`;
    })
    .join(',');
}

if (import.meta.main) {
  const data = process.env['CONFORMANCE_DATA'];
  if (data === undefined) {
    console.error('CONFORMANCE_DATA names the folder that the lists of roles lie in');
    process.exitCode = 1;
  } else for (const [path, text] of roleTables(data)) writeFileSync(ROOT + path, text);
}
