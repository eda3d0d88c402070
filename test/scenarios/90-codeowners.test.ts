import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeowners } from '../../src/commands/codeowners.ts';
import { validate } from '../../src/commands/validate.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const FILE = '.github/CODEOWNERS';
const PAYMENTS = 'policy/teams/payments.yaml';

function written(world: TestWorld): string {
  return readFileSync(join(world.dir, FILE), 'utf8');
}

async function validated(world: TestWorld): Promise<string> {
  return (await world.run(validate, { 'working-tree': true })).text;
}

describe('90 codeowners', () => {
  it('are written from teams and policy; validate refuses any difference', async () => {
    const world = await aWorld();
    await world.propose({ [FILE]: null });
    expect(await validated(world)).toMatch(/^\.github\/CODEOWNERS:1:1 +GK1501 +\.github\/CODEOWNERS is missing\n/);
    expect((await world.run(codeowners, { check: true })).exit).toBe(3);
    expect(await validated(world)).toContain('GK1501');
    expect(await world.run(codeowners)).toMatchObject({ exit: 0, json: { path: FILE, changed: true } });
    expect(
      written(world)
        .split('\n')
        .filter((line) => !line.startsWith('#')),
    ).toEqual([
      '/grants/ @sam-o @kim-i',
      '/grants/payments/ @bo-s @chi-p',
      '/grants/platform/ @gil-m @kim-i',
      '/grants/search/ @dan-r @zoe-l',
      '/policy/ @sam-o @kim-i',
      '/recalls/ @sam-o @kim-i',
      '/drift/ @sam-o @kim-i',
      '/.github/ @sam-o @kim-i',
      '/.gitattributes @sam-o @kim-i',
      '/action.yml @sam-o @kim-i',
      '/actions/ @sam-o @kim-i',
      '',
    ]);
    expect(await validated(world)).not.toContain('GK1501');
    expect(await world.run(codeowners)).toMatchObject({ exit: 0, json: { changed: false } });
    expect((await world.run(codeowners, { check: true })).exit).toBe(0);
    writeFileSync(join(world.dir, FILE), written(world).replace('/grants/payments/ @bo-s @chi-p', '/grants/payments/ @ada-b'));
    expect(await validated(world)).toContain('GK1501  .github/CODEOWNERS is not what teams and policy make of it');
    await world.run(codeowners);
    writeFileSync(join(world.dir, PAYMENTS), exampleFile(PAYMENTS).replace('approvers: [bo, chi]', 'approvers: [bo, chi, gil]'));
    expect(await validated(world)).toContain('GK1501');
    await world.run(codeowners);
    expect(written(world)).toContain('/grants/payments/ @bo-s @chi-p @gil-m\n');
  });

  it('keep the forge from merging what nobody entitled approved', async () => {
    const world = await aWorld();
    await world.run(codeowners);
    await world.land({ [FILE]: written(world) }, { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' });
    const grant = { 'grants/payments/2026-11-23-ada.yaml': grantFile() };
    await expect(world.land(grant, { approve: ['dan-r'] })).rejects.toThrow('needs an approval by bo-s or chi-p');
    await expect(
      world.land({ 'policy/policy.yaml': exampleFile('policy/policy.yaml') + '# mine\n' }, { approve: ['bo-s'] }),
    ).rejects.toThrow('policy/policy.yaml needs an approval by sam-o or kim-i');
    await expect(world.land({ [FILE]: '* @ada-b\n' }, { approve: ['bo-s'] })).rejects.toThrow('needs an approval by sam-o or kim-i');
    expect(await world.land({ 'grants/payments/2026-11-23-zoe.yaml': grantFile({ principal: 'zoe' }) })).toBeGreaterThan(0);
  });

  it('have a line for a team before its first grant, and a folder without a team is a finding', async () => {
    const world = await aWorld();
    const team = 'approvers: [gil, kim]\nzone: UTC\nplaces:\n  data-test: { env: test, gcp: projects/finance-archive }\n';
    await world.propose({ 'policy/teams/data.yaml': team, 'grants/nobody/2026-11-23-ada.yaml': grantFile() });
    await world.run(codeowners);
    expect(written(world)).toContain('/grants/data/ @gil-m @kim-i\n');
    expect(written(world)).not.toContain('/grants/nobody/');
    expect(await validated(world)).toMatch(/grants\/nobody\/2026-11-23-ada\.yaml:1:1 +GK1313 +no team owns grants\/nobody\//);
    await world.propose({ 'policy/teams/data.yaml': team.replace('gil, kim', 'gil, nobody') });
    expect(await world.run(codeowners)).toMatchObject({ exit: 3 });
    expect(await world.run(validate)).toMatchObject({ exit: 3 });
  });
});
