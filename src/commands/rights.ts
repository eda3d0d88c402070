import type { CloudName, MemberKind, Scope } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';
import { strongest } from '../domain/terms.ts';
import type { Rights, WantedRights } from '../providers/provider.ts';
import { expand } from '../reconcile/expand.ts';
import { scopeOf } from '../reconcile/place.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { type Files, readFiles } from './reading/files.ts';
import { syntaxesOf } from './reading/syntaxes.ts';

export const rights: Command = {
  name: 'rights',
  summary: 'Print the least rights that plan, apply and recall need in the clouds',
  options: [
    { name: 'terraform', summary: 'As Terraform instead of commands for a shell' },
    { name: 'granted', summary: 'Let apply also give the cloud roles that grants name beside the catalogue' },
  ],
  action: false,
  async run(context, options) {
    const files = await readFiles(context);
    const { control } = files;
    if (control === undefined) return findingsReport(files.findings, files.texts);
    const found = await rightsOf(files, control, options['granted'] === true, context);
    return {
      exit: exitCode('ok'),
      text: found.map(({ rights: of }) => (options['terraform'] === true ? of.terraform : of.shell)).join('\n'),
      json: { clouds: found.map(({ cloud, rights: { duties, shell, terraform } }) => ({ cloud, duties, shell, terraform })) },
    };
  },
};

interface Found {
  readonly cloud: CloudName;
  readonly rights: Rights;
}

async function rightsOf(files: Files, control: Control, withGranted: boolean, context: Context): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [name, cloud] of Object.entries(context.clouds)) {
    if (!control.policy.clouds.has(name)) continue;
    const { wanted, beside } = wantedFrom(files.grants, control, cloud.syntax, context);
    const rightsFor = cloud.rights?.bind(cloud);
    if (rightsFor === undefined) {
      context.say(`${cloud.syntax.title}: its rights are not worked out yet; docs/how-to/set-up-a-repository.md names them`);
      continue;
    }
    if (beside.length > 0 && !withGranted)
      context.say(`apply may not give these roles, which grants name themselves (--granted lets it): ${beside.join(', ')}`);
    const roles = withGranted ? [...wanted.roles, ...beside] : wanted.roles;
    const of = await rightsFor({ ...wanted, roles });
    for (const note of of.notes ?? []) context.say(`${cloud.syntax.title}: ${note}`);
    found.push({ cloud: name, rights: of });
  }
  return found;
}

/** What control files and grants say of one cloud; `beside` are roles that grants name and the catalogue does not. */
function wantedFrom(
  grants: readonly Grant[],
  control: Control,
  syntax: CloudSyntax,
  context: Context,
): { wanted: WantedRights; beside: readonly string[] } {
  const clouds = new Map(syntaxesOf(context).map((one) => [one.name, one]));
  const read = (texts: readonly string[]): readonly Scope[] =>
    texts.map((text) => syntax.scope(text)).flatMap((one) => (one.ok ? [one.value] : []));
  const bounds = control.policy.clouds.get(syntax.name);
  const units = grants.flatMap((grant) => expand(grant, control, clouds).units).filter(({ scope }) => scope.cloud === syntax.name);
  const access = [...control.roles.values()].flatMap((role) => role.access).filter(({ cloud }) => cloud === syntax.name);
  const places = [...control.teams.values()]
    .flatMap((team) => [...team.places.values()])
    .flatMap((place) => scopeOf(place, syntax.name, clouds) ?? []);
  const below = places.flatMap(({ path }) => read(access.map(({ target }) => path + target.slice('$place'.length))));
  const roles = access.map(({ role }) => role);
  // Whoever says it, PIM is asked: an entry and a role of the catalogue may say it too.
  const said = [...control.roles.values()].filter((role) => role.access.some(({ cloud }) => cloud === syntax.name));
  const enforce = strongest([...said.map((one) => one.enforce), ...units.map((one) => one.enforce), bounds?.enforce]);
  const glass = (control.policy.breakGlass?.roles ?? [])
    .flatMap((name) => control.roles.get(name)?.access ?? [])
    .flatMap(({ cloud, role }) => (cloud === syntax.name ? [role] : []));
  const wanted = {
    reads: read(bounds?.reads ?? []),
    manages: read(bounds?.manages ?? []),
    grants: [...places, ...below, ...units.map(({ scope }) => scope)],
    roles,
    kinds: kindsIn(control, syntax.name),
    ...(enforce === undefined ? {} : { enforce }),
    ...(bounds?.recall === undefined ? {} : { recall: bounds.recall }),
    ...(glass.length === 0 ? {} : { glass }),
  };
  return { wanted, beside: [...new Set(units.map(({ role }) => role))].filter((role) => !roles.includes(role)) };
}

/** Of what kinds the principals are that the cloud knows; an account of a person is one like the person itself. */
function kindsIn(control: Control, cloud: CloudName): readonly MemberKind[] {
  const known = [...control.directory.values()].filter(({ identities }) => identities.has(cloud));
  return [...new Set(known.map(({ kind }) => (kind === 'group' || kind === 'service' ? kind : 'user')))];
}
