import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pageOf } from './page.ts';
import type { Wish } from './part.ts';
import { PARTS } from './parts.ts';
import { type Figures, reportIn, withFigures } from './report.ts';

// npm run test:deep: all parts, for the night
// npm run test:deep -- --only planted|small|faults|git|storms|lag|convergence|zones|fuzz|mutation|worlds [--count N] [--seed S] [--sample N] [--pick WHAT] [--minutes M] [--hands N] [--again REPORT] [--json]
// With --write the figures go to docs/reference/deep.json and deep.md; with --report FILE and --page FILE elsewhere. The report is written
// after each part, and keeps the last figures of parts that are not played: parts may be played one after the other.

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    pick: { type: 'string' },
    minutes: { type: 'string' },
    hands: { type: 'string' },
    again: { type: 'string' },
    write: { type: 'boolean', default: false },
    report: { type: 'string' },
    page: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = { report: `${root}docs/reference/deep.json`, page: `${root}docs/reference/deep.md` };
const paths = {
  ...(values.write ? PAGES : {}),
  ...(values.report ? { report: values.report } : {}),
  ...(values.page ? { page: values.page } : {}),
};

const git = (...args: readonly string[]): string => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' }).trim();
const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const wish: Wish = {
  count: number(values.count),
  seed: Number(values.seed),
  sample: number(values.sample),
  pick: values.pick,
  minutes: number(values.minutes),
  hands: number(values.hands),
  again: values.again,
};

const order = Object.keys(PARTS);
const names = values.only === undefined ? order : values.only.split(',');
const strange = names.filter((name) => !order.includes(name));
if (strange.length > 0) throw new Error(`--only takes ${order.join(', ')}, not ${strange.join(', ')}`);
// Before anything is played: what is changed meanwhile is not what was tested.
const tested = { commit: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain', '--', '.', ':!docs/reference/deep.*') !== '' };
let report = reportIn(paths.report);
let held = true;
for (const name of names) {
  const figures = await played(name);
  held &&= figures.ok;
  report = withFigures(report, figures, order);
  if (paths.report !== undefined) writeFileSync(paths.report, `${JSON.stringify(report, null, 2)}\n`);
  if (paths.page !== undefined) writeFileSync(paths.page, pageOf(report));
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : told(figures));
}
process.exitCode = held ? 0 : 1;

async function played(part: string): Promise<Figures> {
  const began = performance.now();
  const came = await PARTS[part]?.(wish);
  if (came === undefined) throw new Error(`there is no part ${part}`);
  const seconds = (performance.now() - began) / 1000;
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  return { part, ...came, seconds, ...tested, at, node: process.versions.node, cores: availableParallelism(), wish: unusual(wish) };
}

/** Where an earlier report lay says nothing to others. */
function unusual({ seed, again, ...rest }: Wish): Partial<Wish> {
  const all = { ...rest, again: again === undefined ? undefined : 'REPORT' };
  const named = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<Wish>;
  return seed === 1 ? named : { ...named, seed };
}

function told({ part, ok, seconds, lines }: Figures): string {
  return `${part}: ${ok ? 'ok' : 'FAILED'}, ${seconds.toFixed(0)} s\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
