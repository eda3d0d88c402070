import type { Grip } from './grips.ts';

/** The same roles and assignments for the provider `azurerm` of Terraform. */
export function terraformFor(grips: readonly Grip[]): string {
  const variables = [...new Set(grips.map(({ duty: { who } }) => who))].map((who) =>
    block(`variable "${who}_id"`, [
      'type        = string',
      `description = "The object id of the service principal that does the work of ${who}"`,
    ]),
  );
  const blocks = grips.flatMap((grip) => [
    ...(grip.isBuiltIn ? [] : [roleOf(grip)]),
    ...grip.nodes.map((node, at) => giftOf(grip, node, at)),
  ]);
  return `${[...variables, ...blocks].join('\n\n')}\n`;
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}'].join('\n');
}

function quoted(text: string): string {
  // A dollar or a percent sign before a brace would begin a template (Terraform: strings and templates).
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&');
}

function listOf(name: string, texts: readonly string[]): readonly string[] {
  return [`${name} = [`, ...texts.map((text) => `  ${quoted(text)},`), ']'];
}

function roleOf({ label, title, duty, nodes }: Grip): string {
  const [first = ''] = nodes;
  return block(`resource "azurerm_role_definition" "${label}"`, [
    `name  = ${quoted(title)}`,
    `scope = ${quoted(first)}`,
    ...listOf('assignable_scopes', nodes),
    '',
    'permissions {',
    ...listOf('actions', duty.permissions).map((line) => `  ${line}`),
    '}',
  ]);
}

function giftOf({ label, title, duty, isBuiltIn }: Grip, node: string, at: number): string {
  const name = at === 0 ? label : `${label}_at_${at + 1}`;
  const limit =
    duty.limit === undefined
      ? []
      : ['', 'condition_version = "2.0"', 'condition = join("\\n", [', ...duty.limit.split('\n').map((line) => `  ${quoted(line)},`), '])'];
  const role = isBuiltIn
    ? (['role_definition_name', quoted(title)] as const)
    : (['role_definition_id', `azurerm_role_definition.${label}.role_definition_resource_id`] as const);
  const lines = aligned([['scope', quoted(node)], role, ['principal_id', `var.${duty.who}_id`], ['principal_type', '"ServicePrincipal"']]);
  return block(`resource "azurerm_role_assignment" "${name}"`, [...lines, ...limit]);
}

/** As `terraform fmt` writes them. */
function aligned(pairs: readonly (readonly [string, string])[]): readonly string[] {
  const longest = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `${name.padEnd(longest)} = ${value}`);
}
