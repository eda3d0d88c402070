import { matchesGlob } from '../../domain/glob.ts';
import type { Asked, Use, UsedRole } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** Every spelling of a role is tried, with case folded: a role that is denied by its name is denied by its id too. */
export const deniedRole: Rule = {
  id: 'denied-role',
  code: 'GK2111',
  severity: 'error',
  summary: 'No role is asked for that policy denies',
  key: '/deny/roles',
  example: 'deny: { roles: ["gcp:roles/*.admin"] }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const { deny, source } = asked.control.policy;
  const globs = deny.roles;
  const folded = globs.map((one) => one.toLowerCase());
  return asked.uses.flatMap((use) =>
    rolesOf(asked, use).flatMap((role) => {
      const texts = folded.length === 0 ? [] : spellings(asked, role).map((text) => text.toLowerCase());
      const glob = globs[folded.findIndex((one) => texts.some((text) => matchesGlob(one, text)))];
      return glob === undefined ? [] : [{ ...problemOf(use, role, glob), at: source.place(`/deny/roles/${globs.indexOf(glob)}`) }];
    }),
  );
}

function rolesOf({ control }: Asked, { catalogueRole, role }: Use): readonly UsedRole[] {
  if (role !== undefined) return [role];
  const entries = catalogueRole === undefined ? [] : (control.roles.get(catalogueRole)?.access ?? []);
  return entries.map(({ cloud, role: text }) => ({ cloud, text }));
}

function spellings({ clouds }: Asked, { cloud, text, aliases }: UsedRole): readonly string[] {
  const parsed = clouds.get(cloud)?.role(text);
  const canonical = parsed?.ok === true ? [parsed.value] : [];
  return [text, ...canonical, ...(aliases ?? [])].map((spelling) => `${cloud}:${spelling}`);
}

function problemOf({ catalogueRole, pointer }: Use, { cloud, text }: UsedRole, glob: string): Problem {
  const by = catalogueRole === undefined ? '' : `, which ${catalogueRole} stands for,`;
  const hint = `Ask for a narrower role; deny.roles of policy/policy.yaml has "${glob}"`;
  return { pointer, message: `${cloud}:${text}${by} is denied`, hint };
}
