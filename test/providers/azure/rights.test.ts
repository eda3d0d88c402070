import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { azure } from '../../../src/providers/azure/cloud.ts';
import type { Rights, WantedRights } from '../../../src/providers/provider.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { scope } from './samples.ts';

async function rightsFor(manages: readonly string[], more: Partial<WantedRights> = {}): Promise<Rights> {
  const at = manages.map((path) => scope(path));
  const rights = await azure.rights?.({ reads: at, manages: at, grants: at, roles: ['Reader'], ...more });
  if (rights === undefined) throw new Error('there are no rights');
  return rights;
}

const IDS = { PLAN_ID: 'plan-id', APPLY_ID: 'apply-id', RECALL_ID: 'recall-id' };

/** What the Azure CLI is called with, when a shell runs the script. */
function called(script: string, env: Readonly<Record<string, string>> = IDS): readonly (readonly string[])[] {
  const az = 'az() { for word in "$@"; do printf "%s\\036" "$word"; done; printf "\\035"; }\n';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', az + script], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\u001d')
    .slice(0, -1)
    .map((call) => call.split('\u001e').slice(0, -1));
}

const said = (words: readonly string[], name: string) => words[words.indexOf(name) + 1];
describe('rights on Azure', () => {
  it('are commands that make a custom role for each duty, and give it under its condition', async () => {
    const { duties, shell } = await rightsFor([SCOPES.acme], { kinds: ['user'] });
    const calls = called(shell);
    const made = calls
      .filter(([, what]) => what === 'definition')
      .map((words) => JSON.parse(said(words, '--role-definition') ?? '') as unknown);
    expect(made).toEqual(
      duties.map(({ name, permissions, at }) => ({
        Name: `Grantkeeper ${name}`,
        IsCustom: true,
        Description: expect.stringContaining('Grantkeeper'),
        Actions: permissions,
        NotActions: [],
        DataActions: [],
        NotDataActions: [],
        AssignableScopes: at,
      })),
    );
    const given = calls.filter(([, what]) => what === 'assignment');
    expect(given.map((words) => [said(words, '--assignee-object-id'), said(words, '--role'), said(words, '--scope')])).toEqual(
      duties.map(({ name, who, at }) => [`${who}-id`, `Grantkeeper ${name}`, at[0]]),
    );
    const [, apply] = given;
    expect(said(apply ?? [], '--condition')).toBe(duties[1]?.limit);
    expect(said(apply ?? [], '--condition-version')).toBe('2.0');
    expect(given.filter((words) => words.includes('--condition'))).toHaveLength(1);
  });

  it('do nothing before it is said who works', async () => {
    const { shell } = await rightsFor([SCOPES.acme]);
    expect(() => called(shell, { ...IDS, RECALL_ID: '' })).toThrow('RECALL_ID');
  });

  it('make a role for each management group, and one for all that lies in subscriptions, which is read from there', async () => {
    const other = SCOPES.acme.replace('acme', 'labs');
    const { shell, terraform } = await rightsFor([SCOPES.acme, other, SCOPES.search, SCOPES.paymentsGroup]);
    const made = called(shell)
      .filter(([, what]) => what === 'definition')
      .map(
        (words) =>
          JSON.parse(said(words, '--role-definition') ?? '') as { readonly Name: string; readonly AssignableScopes: readonly string[] },
      );
    expect(made.map(({ Name, AssignableScopes }) => `${Name}: ${AssignableScopes.join()}`)).toEqual([
      `Grantkeeper plan in acme: ${SCOPES.acme}`,
      `Grantkeeper plan in labs: ${other}`,
      `Grantkeeper plan in subscriptions: ${SCOPES.payments},${SCOPES.search}`,
      `Grantkeeper plan for apply: ${SCOPES.payments}`,
      `Grantkeeper apply in acme: ${SCOPES.acme}`,
      `Grantkeeper apply in labs: ${other}`,
      `Grantkeeper apply in subscriptions: ${SCOPES.paymentsGroup},${SCOPES.search}`,
      `Grantkeeper plan for recall: ${SCOPES.payments}`,
      `Grantkeeper recall in acme: ${SCOPES.acme}`,
      `Grantkeeper recall in labs: ${other}`,
      `Grantkeeper recall in subscriptions: ${SCOPES.paymentsGroup},${SCOPES.search}`,
    ]);
    expect(terraform).toContain('resource "azurerm_role_assignment" "grantkeeper_apply_in_subscriptions_at_2" {');
  });

  it('give at the root what Azure has, since no custom role can stand there', async () => {
    const { shell, terraform } = await rightsFor([SCOPES.acme], { reads: [scope('/')] });
    expect(called(shell).at(-1)).toEqual(
      'role assignment create --assignee-object-id recall-id --assignee-principal-type ServicePrincipal --role Reader --scope /'.split(' '),
    );
    expect(terraform).toMatch(/role_definition_name = "Reader"/);
    const wide = await rightsFor(['/'], { enforce: 'pim' });
    const roles = called(wide.shell).map((words) => [said(words, '--role'), words.includes('--condition')]);
    expect(roles).toEqual([
      ['Reader', false],
      ['Role Based Access Control Administrator', true],
      ['User Access Administrator', false],
      ['User Access Administrator', false],
    ]);
  });

  it('are Terraform with the same roles and the same condition', async () => {
    const { duties, terraform } = await rightsFor([SCOPES.acme]);
    const lines = (start: string) => terraform.split('\n').filter((line) => line.startsWith(start));
    expect(lines('variable')).toEqual(['variable "plan_id" {', 'variable "apply_id" {', 'variable "recall_id" {']);
    expect(lines('resource')).toEqual(
      duties.flatMap(({ name }) => [
        `resource "azurerm_role_definition" "grantkeeper_${name}" {`,
        `resource "azurerm_role_assignment" "grantkeeper_${name}" {`,
      ]),
    );
    const [, written = ''] = /condition = join\("\\n", \[\n([^\]]*(?:\][^)][^\]]*)*)\]\)/.exec(terraform) ?? [];
    const limit = written.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line.trim().replace(/,$/, '')) as string]));
    expect(limit.join('\n')).toBe(duties[1]?.limit);
  });

  it('say what PIM takes, and what stays where the run took over from it', async () => {
    const [pim, run, none] = [
      await rightsFor([SCOPES.acme], { enforce: 'auto' }),
      await rightsFor([SCOPES.acme], { enforce: 'run' }),
      await rightsFor([SCOPES.acme]),
    ];
    expect(pim.duties.find(({ name }) => name === 'pim')).toMatchObject({ who: 'apply', at: [SCOPES.acme] });
    expect(
      called(pim.shell)
        .filter((words) => said(words, '--role') === 'Grantkeeper pim')
        .flat(),
    ).not.toContain('--condition');
    expect(pim.notes?.join()).toContain('can give every role');
    expect(run.notes?.join()).toContain('while PIM still holds');
    expect(none.notes).toEqual([]);
  });
});
