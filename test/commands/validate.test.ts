import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { aWorld, grantFile } from '../scenarios/world.ts';

it('writes what it finds as SARIF too, where that is asked for', async () => {
  const world = await aWorld();
  const path = 'grants/payments/2026-11-23-ada-debug.yaml';
  await world.propose({ [path]: grantFile({ more: 'grace: soon\n' }) });
  const file = join(world.dir, '..', 'findings.sarif');
  const report = await world.run(validate, { sarif: file });
  expect(report.exit).toBe(3);
  const { version, runs } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly version: string;
    readonly runs: readonly [{ readonly results: readonly object[] }];
  };
  expect(version).toBe('2.1.0');
  const region = { startLine: 6, startColumn: 8, endLine: 6, endColumn: 12 };
  expect(runs[0].results).toMatchObject([
    {
      ruleId: 'GK1205',
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: path }, region } }],
      partialFingerprints: { 'grantkeeper/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ]);
});
