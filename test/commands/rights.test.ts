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
    ]);
    expect(said.join('\n')).toContain('Azure: its rights are not worked out yet');
  });

  it('limit apply to the catalogue, and to what grants name beside it only when asked to', async () => {
    const limitOf = ({ json }: { readonly json: object }) =>
      (json as Printed).clouds[0]?.duties.find(({ name }) => name === 'apply')?.limit;
    const [usual, wider] = [await run(), await run({ granted: true })];
    expect(limitOf(usual)).toContain("'roles/logging.viewer'");
    const beside = /which grants name themselves \(--granted lets it\): (\S+)/.exec(usual.said.join('\n'))?.[1];
    expect(beside === undefined ? limitOf(wider) : limitOf(wider)?.includes(`'${beside.replace(/,$/, '')}'`)).toBe(
      beside === undefined ? limitOf(usual) : true,
    );
    expect(wider.said.join('\n')).not.toContain('--granted');
  });

  it('are printed as Terraform when asked to', async () => {
    expect((await run({ terraform: true })).text).toMatch(/^variable "plan_member" \{\n/);
  });
});
