import type { CatalogueRole } from '../domain/catalogue.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { Control } from '../domain/policy.ts';
import { belowScope } from '../domain/team.ts';
import { mistake } from './codes.ts';

/** Entries of catalogue roles that are no scope at any place there is: they would give nothing, and nobody would be told. */
export function checkRoleTargets(control: Control, clouds: readonly CloudSyntax[]): readonly Finding[] {
  return clouds.flatMap((cloud) => {
    const bases = basesOf(control, cloud);
    return [...control.roles.values()].flatMap((role) => wrongTargets(role, cloud, bases));
  });
}

function basesOf({ teams }: Control, { name }: CloudSyntax): readonly string[] {
  return [...teams.values()].flatMap(({ places }) => [...places.values()].flatMap(({ scopes }) => scopes.get(name) ?? []));
}

function wrongTargets({ access, source }: CatalogueRole, cloud: CloudSyntax, bases: readonly string[]): readonly Finding[] {
  return access.flatMap((entry, at) => {
    const below = entry.target.slice('$place'.length);
    if (entry.cloud !== cloud.name || below === '') return [];
    const parsed = bases.map((base) => cloud.scope(belowScope(base, below)));
    const [first] = parsed;
    if (first === undefined || first.ok || parsed.some(({ ok }) => ok)) return [];
    const message = `\`${entry.target}\` is no scope of ${cloud.title} at any place: ${first.problem}`;
    return [mistake('GK1208', source.place(`/access/${at}/${cloud.name}`), message, first.hint ?? 'Name a resource below the place.')];
  });
}
