import { describe, expect, it } from 'vitest';
import { rights } from '../../src/commands/rights.ts';
import { contextOf } from '../../src/compose.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

/** On the worked example. */
async function run(options: Readonly<Record<string, boolean>> = {}) {
  const said: string[] = [];
  const context = {
    ...contextOf({ quiet: true }, { stopping: () => false }, ROOT, undefined),
    say: (line: string) => void said.push(line),
  };
  return { ...(await rights.run(context, options, [])), said };
}

interface Printed {
  readonly clouds: readonly { readonly cloud: string; readonly duties: readonly { readonly name: string; readonly limit?: string }[] }[];
}

describe('rights', () => {
  it('are worked out from places, catalogue and grants, and printed for a shell', async () => {
    const { exit, text, json, said } = await run();
    expect(exit).toBe(0);
    expect(text).toMatch(/^#!\/bin\/sh\n/);
    expect(text).toContain('gcloud resource-manager folders add-iam-policy-binding 77 --member="$APPLY_MEMBER"');
    const { clouds } = json as Printed;
    expect(clouds.map(({ cloud, duties }) => [cloud, duties.map(({ name }) => name)])).toEqual([
      ['gcp', ['plan', 'apply', 'recall', 'look']],
      ['azure', ['plan', 'apply', 'recall']],
    ]);
    expect(text).toContain("--role 'Grantkeeper apply' --scope '/providers/Microsoft.Management/managementGroups/acme' --condition");
    expect(said.join('\n')).not.toContain('not worked out');
  });

  it('limit apply to the catalogue, and to what grants name beside it only when asked to', async () => {
    const limitOf = ({ json }: { readonly json: object }, at: number) =>
      (json as Printed).clouds[at]?.duties.find(({ name }) => name === 'apply')?.limit;
    const [usual, wider] = [await run(), await run({ granted: true })];
    expect(limitOf(usual, 0)).toContain("'roles/logging.viewer'");
    expect(usual.said.join('\n')).toMatch(/which grants name themselves \(--granted lets it\): Log Analytics Reader$/m);
    const LOG_ANALYTICS_READER = '73c42c96-874c-492b-b04d-ab87d138a893';
    expect([limitOf(usual, 1), limitOf(wider, 1)].map((limit) => limit?.includes(LOG_ANALYTICS_READER))).toEqual([false, true]);
    expect(wider.said.join('\n')).not.toContain('--granted');
  });

  it('let apply give on Azure the roles of the catalogue, and to the kinds of principals that it knows', async () => {
    const { json } = await run();
    const { limit = '' } = (json as Printed).clouds[1]?.duties[1] ?? {};
    expect(limit.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)).toHaveLength(2 * 3);
    expect(limit).toContain("{'User', 'Group', 'ServicePrincipal'}");
  });

  it('are printed as Terraform when asked to', async () => {
    expect((await run({ terraform: true })).text).toMatch(/^variable "plan_member" \{\n/);
  });
});
