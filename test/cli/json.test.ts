import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { onDisk } from '../scenarios/child.ts';
import { aWorld, grantFile } from '../scenarios/world.ts';
import { cli, type Ended, exampleRepository, ROOT, scratchDir } from './child.ts';

const GRANT = 'grants/payments/ada-look.yaml';

/** What stands on stdout, which must be one JSON object, and nothing in front of it or behind. */
function printed({ stdout }: Pick<Ended, 'stdout'>): Readonly<Record<string, unknown>> {
  expect(stdout).toMatch(/^\{[\s\S]*\}\n$/);
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
}

/** What the published schema has against a value. */
function problems(name: string, value: unknown): readonly unknown[] {
  const schema = JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validate = ajv.compile(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}

describe('--json', () => {
  it('prints findings as their schema says', async () => {
    const cwd = await exampleRepository('principal: nobody\nexpires: soon\n');
    const run = await cli(['validate', '--json'], { cwd });
    const json = printed(run);
    expect(run.exit).toBe(3);
    expect(json['findings']).not.toEqual([]);
    expect(problems('findings', json)).toEqual([]);
    expect(problems('findings', printed(await cli(['validate', '--json'], { cwd: await exampleRepository() })))).toEqual([]);
  });

  it('prints plans and outcomes as their schemas say: with changes, with refusals, with nothing', { timeout: 60_000 }, async () => {
    const world = await aWorld();
    await world.land({ [GRANT]: grantFile({ access: ['{ role: debug, place: payments-prod }'], more: 'duration: 3h\n' }) });
    const disk = await onDisk(world);
    const shown = await disk.start('plan', '--json').end;
    const plan = printed(shown);
    expect(plan['changes']).toHaveLength(3);
    expect(problems('plan', plan)).toEqual([]);

    const applied = printed(await disk.start('apply', '--json', '--yes').end);
    expect(applied['outcomes']).toHaveLength(3);
    expect(problems('apply', applied)).toEqual([]);
    expect(problems('plan', printed(await disk.start('plan', '--json').end))).toEqual([]);

    await world.pushToMain({ 'grants/payments/ada-more.yaml': grantFile() });
    const refused = await disk.start('plan', '--json').end;
    expect(refused.exit).toBe(3);
    expect(printed(refused)['refusals']).not.toEqual([]);
    expect(problems('plan', printed(refused))).toEqual([]);
  });

  it('prints one object for every command and every failure, with all talk on stderr', { timeout: 60_000 }, async () => {
    const cwd = await exampleRepository();
    const world = `--simulate=${scratchDir()}`;
    const lines = [
      ['prune', world],
      ['recall', 'ada', world],
      ['drift', world],
      ['codeowners', '--check'],
      ['sim', 'pr', world],
      ['plan', '--at', '+1h'],
    ];
    for (const line of lines) printed(await cli([...line, '--json'], { cwd }));
    expect(printed(await cli(['validate', '--repo', '/nowhere', '--json'], { cwd }))).toEqual({
      error: '/nowhere is not inside a Git work tree',
    });
  });

  it('has schemas that refuse something else', () => {
    for (const name of ['findings', 'plan', 'apply']) expect(problems(name, { findings: [{}], changes: 1 })).not.toEqual([]);
  });
});
