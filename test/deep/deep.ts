import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pageOf } from './page.ts';
import type { Outcome } from './part.ts';
import { PARTS } from './parts.ts';

// npm run test:deep: all parts, for the night
// npm run test:deep -- --only planted|small|git|storms|lag|convergence|zones|fuzz|mutation|worlds [--count N] [--seed S] [--sample N] [--pick WHAT] [--hands N] [--again REPORT] [--json]
// With --report FILE the figures as JSON, with --page docs/reference/deep.md as a page.

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string' },
    pick: { type: 'string' },
    hands: { type: 'string' },
    again: { type: 'string' },
    report: { type: 'string' },
    page: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const wish = {
  count: number(values.count),
  seed: Number(values.seed),
  sample: number(values.sample),
  pick: values.pick,
  hands: number(values.hands),
  again: values.again,
};
const names = values.only === undefined ? Object.keys(PARTS) : values.only.split(',');
const outcomes: Outcome[] = [];
for (const name of names) {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}, not ${name}`);
  const began = performance.now();
  const came = await part(wish);
  const outcome = { part: name, ...came, seconds: (performance.now() - began) / 1000 };
  outcomes.push(outcome);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(outcome)}\n`
      : `${name}: ${outcome.ok ? 'ok' : 'FAILED'}, ${outcome.seconds.toFixed(0)} s\n${outcome.lines.map((line) => `  ${line}\n`).join('')}`,
  );
}
const root = fileURLToPath(new URL('../../', import.meta.url));
const commit = execFileSync('git', ['-C', root, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify({ commit, wish, outcomes }, null, 2)}\n`);
if (values.page !== undefined) writeFileSync(values.page, pageOf(commit, outcomes));
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
