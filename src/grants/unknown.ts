import type { Finding } from '../domain/finding.ts';
import { matchesGlob } from '../domain/glob.ts';
import type { Control } from '../domain/policy.ts';
import type { Pointer } from '../domain/source.ts';
import { mistake, oddity } from './codes.ts';
import { likely } from './names.ts';

/** What to say of a catalogue role that policy names and no file has. */
export function unknownRole({ roles, policy }: Control, name: string, at: Pointer): Finding | undefined {
  if (roles.has(name)) return undefined;
  const hint = likely(name, roles.keys(), 'Add a file of this name to policy/roles.');
  return mistake('GK1306', policy.source.place(at), `no role is called \`${name}\``, hint);
}

/** A cloud before a colon: what is closed in one that is not there would close nothing, and look as if it did. */
export function unknownCloud({ policy }: Control, glob: string, at: Pointer): Finding | undefined {
  const cloud = glob.slice(0, glob.indexOf(':'));
  if ([...policy.clouds.keys()].some((one) => matchesGlob(cloud, one))) return undefined;
  const hint = likely(cloud, policy.clouds.keys(), 'Name a cloud of `clouds` before the colon.');
  return mistake('GK1315', policy.source.place(at), `\`clouds\` has no \`${cloud}\``, hint);
}

/** A warning: a place of that environment may come later. */
export function unknownEnvironment({ teams, policy }: Control, env: string, at: Pointer): Finding | undefined {
  const known = new Set(['none']);
  for (const team of teams.values()) for (const place of team.places.values()) known.add(place.env);
  if (known.has(env)) return undefined;
  const hint = likely(env, known, 'The limit does nothing until a place has this environment.');
  return oddity('GK1316', policy.source.place(at), `no place has the environment \`${env}\``, hint);
}
