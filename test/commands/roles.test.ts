import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/commands/roles.ts';
import { contextOf } from '../../src/compose.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'grantkeeper-roles-'));
  execFileSync('git', ['init', '--quiet', dir]);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function run(text: readonly string[] = [], changes: Readonly<Record<string, string>> = {}) {
  for (const folder of ['policy', 'grants']) {
    rmSync(join(dir, folder), { recursive: true, force: true });
    cpSync(join(ROOT, folder), join(dir, folder), { recursive: true });
  }
  for (const [path, content] of Object.entries(changes)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return roles.run(contextOf({ quiet: true }, { stopping: () => false }, dir, undefined), {}, text);
}

const role = (access: string, more = 'privileged: false') => `description: For a test\n${more}\naccess:\n${access}`;

describe('roles', () => {
  it('lists what is on offer, with the permission that decided its risk', async () => {
    const report = await run();
    expect(report.exit).toBe(0);
    expect(report.text).toMatch(/^act-as-service +high, privileged +1h +gcp +sam +Act as a service account/m);
    expect(report.text).toMatch(/^debug +low +8h +azure, gcp +Read logs/m);
    expect(report.text).toContain('release: roles/run.developer has run.instances.sshRoot, which runs scripts on machines as root');
    expect(report.text).toContain(
      'Risk is judged from permissions: iann0036/iam-dataset at 2073fa5 of 2026-08-22, MIT License, Copyright (c) 2021 Ian Mckay.',
    );
  });

  it('finds roles by name, description and cloud role', async () => {
    const names = async (text: string) =>
      ((await run([text])).json as { roles: readonly { name: string }[] }).roles.map(({ name }) => name);
    expect(await names('DEBUG')).toEqual(['debug']);
    expect(await names('stored objects')).toEqual(['read-data']);
    expect(await names('gcp:roles/browser')).toEqual(['browse']);
    expect(await names('nonsense')).toEqual([]);
    expect((await run(['nonsense'])).text).toBe('No role has "nonsense" in it.\n');
  });

  it('finds overlap, dead entries, custom roles and what is not marked', async () => {
    const report = await run([], {
      'policy/roles/look.yaml': role('  - { gcp: $place, role: roles/logging.viewer }\n'),
      'policy/roles/own.yaml': role('  - { gcp: $place, role: organizations/123456789012/roles/ledger }\n'),
      'policy/roles/keys.yaml': role('  - { gcp: $place, role: roles/iam.serviceAccountKeyAdmin }\n'),
    });
    expect(report.text).toContain('look: debug gives all of it too');
    expect(report.text).toContain('look: no grant here asks for it');
    expect(report.text).toContain('own: no published list has gcp:organizations/123456789012/roles/ledger; the plan asks its cloud');
    expect(report.text).toContain('keys: not marked privileged, so every grant of it is refused');
    expect(report.json).toMatchObject({ roles: expect.arrayContaining([expect.objectContaining({ name: 'own', risk: 'unknown' })]) });
    const teams = ['payments', 'search', 'platform'].map((team) => `policy/teams/${team}.yaml`);
    const gcpOnly = Object.fromEntries(
      teams.map((path) => [path, readFileSync(join(ROOT, path), 'utf8').replaceAll(/, azure: [^ }]+/g, '')]),
    );
    expect((await run([], gcpOnly)).text).toContain('debug: no place has azure, so its entries there give nothing');
  });

  it('shows what is wrong with policy instead', async () => {
    expect(await run([], { 'policy/policy.yaml': 'stamp: x\n' })).toMatchObject({ exit: 3, text: expect.stringContaining('GK1102') });
  });
});
