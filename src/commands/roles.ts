import { formatPeriod } from '../domain/period.ts';
import type { Control } from '../domain/policy.ts';
import type { RoleTable } from '../domain/role-facts.ts';
import { columns } from '../report/columns.ts';
import { printable } from '../report/printable.ts';
import type { Command, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { type CatalogueView, isAbout, viewCatalogue } from './reading/catalogue.ts';
import { readFiles, textsOf } from './reading/files.ts';

export const roles: Command = {
  name: 'roles',
  summary: 'List the roles on offer: what they give, for how long, and what they let their holder do',
  arguments: [{ name: 'text', summary: 'Only roles with this in their name, description or cloud roles', required: false }],
  options: [],
  action: false,
  async run(context, _, [text = '']) {
    const { control, grants, findings, raw } = await readFiles(context);
    const broken = findings.filter(({ at, severity }) => severity === 'error' && at?.file.startsWith('policy/') === true);
    if (control === undefined) return findingsReport(broken, textsOf(raw, broken));
    const tables = await tablesOf(context);
    const views = viewCatalogue(control, grants, (cloud, role) => tables.get(cloud)?.verdict(role) ?? { verdict: 'unknown' });
    return listed(
      views.filter((view) => isAbout(view, text)),
      control,
      tables,
      text,
    );
  },
};

async function tablesOf({ clouds }: Context): Promise<ReadonlyMap<string, RoleTable>> {
  const tables = await Promise.all(Object.entries(clouds).map(async ([name, cloud]) => [name, await cloud.publishedRoles?.()] as const));
  return new Map(tables.flatMap(([name, table]) => (table === undefined ? [] : [[name, table] as const])));
}

function listed(views: readonly CatalogueView[], control: Control, tables: ReadonlyMap<string, RoleTable>, text: string): Report {
  const rows = views.map((view) => rowOf(view, control));
  const notes = views.flatMap(notesOf);
  const sources = [...new Set([...tables.values()].map(({ source }) => source))].join('; ');
  const lines = [
    ...(views.length === 0
      ? [text === '' ? 'The catalogue is empty.' : `No role has "${printable(text)}" in it.`]
      : columns([HEAD, ...rows])),
    ...notes.map((note) => `  ${printable(note)}`),
    ...(views.length === 0 ? [] : [`Risk is judged from permissions: ${sources}.`]),
  ];
  return { exit: exitCode('ok'), text: `${lines.join('\n')}\n`, json: { roles: views.map((view) => jsonOf(view, control)), sources } };
}

const HEAD = ['role', 'risk', 'at most', 'clouds', 'also approved by', 'what for'];

function rowOf(view: CatalogueView, control: Control): readonly string[] {
  const { role, risk, clouds } = view;
  return [
    role.name,
    role.privileged ? `${risk}, privileged` : risk,
    formatPeriod(lengthOf(view, control)),
    clouds.join(', '),
    role.approvers.join(', '),
    role.description,
  ];
}

/** What limits it everywhere; an environment may allow less. */
function lengthOf({ role }: CatalogueView, { policy }: Control): number {
  return Math.min(role.maxDuration ?? Infinity, policy.grants.maxDuration ?? Infinity);
}

function notesOf({ role, entries, within, dead, asked, unmarked }: CatalogueView): readonly string[] {
  const worst = entries.find(({ risk }) => risk === 'high');
  const unknown = entries.filter(({ risk }) => risk === 'unknown').map((one) => `${one.cloud}:${one.role}`);
  return [
    ...(worst === undefined ? [] : [`${role.name}: ${worst.role} has ${worst.decidedBy}, which ${worst.reason}`]),
    ...(unmarked ? [`${role.name}: not marked privileged, so every grant of it is refused`] : []),
    ...(unknown.length === 0 ? [] : [`${role.name}: no published list has ${unknown.join(', ')}; the plan asks its cloud`]),
    ...(within.length === 0 ? [] : [`${role.name}: ${within.join(' and ')} gives all of it too`]),
    ...dead.map((cloud) => `${role.name}: no place has ${cloud}, so its entries there give nothing`),
    ...(asked === 0 ? [`${role.name}: no grant here asks for it`] : []),
  ];
}

function jsonOf(view: CatalogueView, control: Control) {
  const { role, risk, clouds, entries, within, dead, asked, unmarked } = view;
  const { name, description, privileged, approvers } = role;
  const longest = lengthOf(view, control);
  const maxDuration = Number.isFinite(longest) ? formatPeriod(longest) : null;
  return { name, description, risk, maxDuration, clouds, privileged, unmarked, approvers, entries, within, dead, asked };
}
