import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeCases, readAllCases } from '../../src/commands/reading/policy-cases.ts';
import { permissionTables } from '../../src/commands/reading/effect.ts';
import { viewCatalogue } from '../../src/commands/reading/catalogue.ts';
import { readFolder } from '../../src/git/folder.ts';
import { assembleControl } from '../../src/grants/control.ts';
import { readTree } from '../../src/grants/tree.ts';
import { compileRules } from '../../src/policy/cel.ts';
import { publishedRoles as azure } from '../../src/providers/azure/published-roles.ts';
import { publishedRoles as gcp } from '../../src/providers/gcp/published-roles.ts';
import { clouds } from '../../src/providers/registry.ts';

const FOLDER = new URL('../../examples/', import.meta.url).pathname;
const syntaxes = Object.values(clouds).map(({ syntax }) => syntax);
const organisations = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function read(name: string) {
  const files = readFolder(`${FOLDER}${name}`, ['policy', 'policy-tests', 'grants']);
  const tree = readTree(files, syntaxes);
  const assembled = assembleControl(tree.parts, syntaxes);
  const { cases, findings } = readAllCases(files, syntaxes);
  return { assembled, cases, findings: [...tree.findings, ...assembled.findings, ...findings] };
}

function controlOf(name: string) {
  const { assembled } = read(name);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.findings));
  return assembled.control;
}

it('are five organisations', () => expect(organisations.sort()).toEqual(['bank', 'foundation', 'health', 'platform', 'startup']));

describe.each(organisations)('the policy of %s', (name) => {
  it('reads without a finding, its rules too', () => {
    expect(read(name).findings).toEqual([]);
    const { policy } = controlOf(name);
    expect(compileRules(policy.rules, policy.source)).toMatchObject({ ok: true });
  });

  it('says what its tests want', async () => {
    const results = await judgeCases(read(name).cases, controlOf(name), syntaxes, await permissionTables({ clouds }));
    expect(results.flatMap(({ one, faults }) => faults.map((fault) => `${one.name}: ${fault}`))).toEqual([]);
    expect(results.length).toBeGreaterThan(6);
    expect(results.some(({ one }) => one.refusedBy.length === 0)).toBe(true);
  });

  it('has tests that see every rule of its own refuse', () => {
    const refused = new Set(read(name).cases.flatMap((one) => one.refusedBy));
    expect(
      controlOf(name)
        .policy.rules.map((rule) => rule.name)
        .filter((rule) => !refused.has(rule)),
    ).toEqual([]);
  });

  it('offers no role that would be refused', () => {
    const tables = { gcp, azure } as const;
    const views = viewCatalogue(controlOf(name), [], (cloud, role) => tables[cloud as keyof typeof tables].verdict(role));
    expect(
      views.filter(({ unmarked, risk, dead }) => unmarked || risk === 'unknown' || dead.length > 0).map(({ role }) => role.name),
    ).toEqual([]);
  });
});

it('have 200 places in one of them', () => {
  const places = [...controlOf('platform').teams.values()].flatMap((team) => [...team.places.keys()]);
  expect(places).toHaveLength(200);
});
