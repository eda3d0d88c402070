import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { conditionFindings } from '../../src/commands/reading/conditions.ts';
import { filesFrom } from '../../src/commands/reading/files.ts';
import { proposalFindings } from '../../src/commands/reading/proposals.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { clouds } from '../../src/providers/registry.ts';
import { example, treeOf } from '../grants/example.ts';

/**
 * Files that look like ours, each with one thing that is odd: `<what it is>/refused/<why>.yaml` must be refused, and what lies in
 * `taken` must not be. codes.txt says with which codes; whoever changes it has looked at each line.
 */
const FOLDER = new URL('.', import.meta.url).pathname;

/** Where a file of each kind stands in the example organisation. */
const PLACES: Readonly<Record<string, string>> = {
  grant: 'grants/payments/2026-11-23-ada-debug.yaml',
  team: 'policy/teams/payments.yaml',
  people: 'policy/people/payments.yaml',
  role: 'policy/roles/debug.yaml',
  policy: 'policy/policy.yaml',
  recall: 'recalls/gil.yaml',
  override: 'policy/overrides/2026-11-21-payments-exit.yaml',
};

const cases = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  .map((entry) => relative(FOLDER, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
  .toSorted();

// What was asked for there is more than its policy gives, which is for other tests.
const ours = treeOf(example)
  .filter(({ path }) => path !== 'grants/platform/2026-11-23-sweep.yaml')
  .map((file) => ({ ...file, mode: '100644' as const }));
/** As much of a run as files are checked with that are compared with no default branch. */
const context = { now: Date.UTC(2026, 10, 23, 9) as Instant, clouds } as unknown as Context;
const never = new Proxy({} as Parameters<typeof proposalFindings>[2], {
  get: () => {
    throw new Error('nothing has landed');
  },
});

/** What `validate` says against a case, laid over the example in place of its like. */
async function judged(name: string): Promise<{ readonly errors: readonly Finding[]; readonly ms: number }> {
  const path = PLACES[name.split('/', 1)[0] ?? ''] ?? name;
  const bytes = new Uint8Array(readFileSync(`${FOLDER}${name}`));
  const raw = [...ours.filter((one) => one.path !== path), { path, mode: '100644' as const, bytes }];
  const began = process.cpuUsage();
  const files = await filesFrom(raw, context);
  const all = [
    ...files.findings,
    ...(await conditionFindings(files, context)),
    ...(await proposalFindings(files, undefined, never, context)),
  ];
  return { errors: all.filter(({ severity }) => severity === 'error'), ms: spent(began) };
}

/** Milliseconds of this process alone: what else a machine does makes none of them. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

// The first one loads what all need.
await judged('grant/taken/plain.yaml');
const found = new Map<string, Awaited<ReturnType<typeof judged>>>();
for (const name of cases) found.set(name, await judged(name));
const codesOf = ({ errors }: { readonly errors: readonly Finding[] }) => [...new Set(errors.map(({ code }) => code))].toSorted().join(' ');

describe('the corpus', () => {
  it('is of 300 files and more', () => expect(cases.length).toBeGreaterThanOrEqual(300));

  it('has none that is wrongly accepted, or wrongly refused', () => {
    const wrong = [...found].filter(([name, { errors }]) => name.includes('/refused/') !== errors.length > 0);
    expect(wrong.map(([name, one]) => `${name} ${codesOf(one)}`)).toEqual([]);
  });

  it('is refused for what is odd in it', async () => {
    const lines = [...found].map(([name, one]) => `${name} ${codesOf(one)}`.trimEnd());
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${FOLDER}codes.txt`);
  });

  it('keeps nobody waiting', () => {
    expect([...found].filter(([, { ms }]) => ms > 250).map(([name, { ms }]) => `${name}: ${Math.round(ms)} ms`)).toEqual([]);
  });
});
