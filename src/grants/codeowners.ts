import type { Control } from '../domain/policy.ts';

const HEADER = `# Written by \`grantkeeper codeowners\` from policy/teams and policy/policy.yaml; \`grantkeeper validate\` refuses a difference.
# The last line that matches a file decides who approves it.
`;

/** What decides about access without being a grant, and what could hide a change, or access, from those who approve. */
const CONTROLS = ['/policy/', '/recalls/', '/drift/', '/.github/', '/.gitattributes', '/action.yml', '/actions/'];

/** The text of .github/CODEOWNERS: a team's folder for its approvers, all that steers for security. */
export function writeCodeowners({ teams, policy, directory }: Control): string {
  const logins = (names: readonly string[]) => names.map((name) => `@${directory.get(name)?.github}`).join(' ');
  const security = logins(policy.security);
  const lines = [
    `/grants/ ${security}`, // a folder that has no team yet
    ...[...teams.values()].map((team) => `/grants/${team.name}/ ${logins(team.approvers)}`),
    ...CONTROLS.map((path) => `${path} ${security}`),
  ];
  return `${HEADER}${lines.join('\n')}\n`;
}
