import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import { matchesGlob } from '../domain/glob.ts';
import { NAME } from '../domain/name.ts';
import type { Control } from '../domain/policy.ts';
import type { Pointer } from '../domain/source.ts';
import { mistake, oddity } from './codes.ts';
import { likely, overAll, wrongIfUnknown, wrongName } from './names.ts';
import { isIdentity } from './read-recall.ts';

/** Names of people, roles, clouds and environments that the policy speaks of. */
export function checkPolicyNames(control: Control, clouds: readonly CloudSyntax[]): readonly Finding[] {
  const { policy, directory } = control;
  const { source, guard, deny, breakGlass, separationOfDuties } = policy;
  const known = (name: string, at: Pointer) => wrongIfUnknown(directory, name, source, at);
  const role = (name: string, at: Pointer) => unknownRole(control, name, at);
  return [
    ...overAll(guard.protect, '/guard/protect', known),
    ...overAll(deny.principals, '/deny/principals', (glob, at) => (isName(glob, clouds) ? known(glob, at) : undefined)),
    ...overAll(deny.roles, '/deny/roles', (glob, at) => unknownCloud(control, glob, at)),
    ...separationOfDuties.flatMap((set, at) => overAll(set, `/separationOfDuties/${at}`, role)),
    ...overAll(breakGlass?.who ?? [], '/breakGlass/who', (name, at) =>
      wrongName(directory, name, ['person', 'account', 'group'], source, at),
    ),
    ...overAll(breakGlass?.roles ?? [], '/breakGlass/roles', role),
    ...overAll(policy.limits, '/limits', (limit, at) => unknownEnvironment(control, limit.env, `${at}/env`)),
  ];
}

function unknownRole({ roles, policy }: Control, name: string, at: Pointer): Finding | undefined {
  if (roles.has(name)) return undefined;
  const hint = likely(name, roles.keys(), 'Add a file of this name to policy/roles.');
  return mistake('GK1306', policy.source.place(at), `no role is called \`${name}\``, hint);
}

/** Entries of `deny` are globs over names and identities alike; only what can be nothing but a name must be one. */
function isName(glob: string, clouds: readonly CloudSyntax[]): boolean {
  return NAME.test(glob) && !isIdentity(glob, clouds);
}

/** A denied role of a cloud that is not there would deny nothing, and look as if it did. */
function unknownCloud({ policy }: Control, glob: string, at: Pointer): Finding | undefined {
  const cloud = glob.slice(0, glob.indexOf(':'));
  if ([...policy.clouds.keys()].some((one) => matchesGlob(cloud, one))) return undefined;
  const hint = likely(cloud, policy.clouds.keys(), 'Name a cloud of `clouds` before the colon.');
  return mistake('GK1315', policy.source.place(at), `\`clouds\` has no \`${cloud}\``, hint);
}

function unknownEnvironment({ teams, policy }: Control, env: string, at: Pointer): Finding | undefined {
  const known = new Set(['none']);
  for (const team of teams.values()) for (const place of team.places.values()) known.add(place.env);
  if (known.has(env)) return undefined;
  const hint = likely(env, known, 'The limit does nothing until a place has this environment.');
  return oddity('GK1316', policy.source.place(at), `no place has the environment \`${env}\``, hint);
}
