import { humansBehind, sameHuman } from '../../domain/directory.ts';
import { matchesGlob } from '../../domain/glob.ts';
import { type Asked, principalsOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** A human who is denied is denied by every account and as a member of every group. */
export const deniedPrincipal: Rule = {
  id: 'denied-principal',
  code: 'GK2112',
  severity: 'error',
  summary: 'Nobody gets access whom policy denies it',
  key: '/deny/principals',
  example: 'deny: { principals: ["*-adm"] }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const globs = asked.control.policy.deny.principals;
  return principalsOf(asked).flatMap(({ name, pointer }) => {
    const texts = spellings(asked, name);
    const glob = globs.find((one) => texts.some((text) => matchesGlob(one.toLowerCase(), text.toLowerCase())));
    if (glob === undefined) return [];
    return [{ pointer, message: `${name} may get no access`, hint: `deny.principals of policy/policy.yaml has "${glob}"` }];
  });
}

/** Its names, those of the people behind it, and the identities of all of these, with and without their cloud. */
function spellings({ control: { directory } }: Asked, name: string): readonly string[] {
  const members = directory.get(name)?.members ?? [];
  const humans = humansBehind(directory, name).flatMap((person) => sameHuman(directory, person));
  const names = [...new Set([name, ...members, ...humans])];
  return names.flatMap((one) => {
    const identities = [...(directory.get(one)?.identities ?? [])];
    return [one, ...identities.flatMap(([cloud, identity]) => [identity, `${cloud}:${identity}`])];
  });
}
