import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { load, machine } from './machine.ts';
import { isAbove, type Result } from './measure.ts';
import { action } from './parts/action.ts';
import { apply } from './parts/apply.ts';
import { gcpCalls } from './parts/gcp.ts';
import { history } from './parts/history.ts';
import type { Part } from './parts/part.ts';
import { plan } from './parts/plan.ts';
import { policy } from './parts/policy.ts';
import { proofs } from './parts/proofs.ts';
import { start } from './parts/start.ts';
import { validate } from './parts/validate.ts';

const PARTS: Readonly<Record<string, Part>> = { start, action, validate, plan, apply, policy, proofs, history, gcp: gcpCalls };

/** `--only start,validate` selects; all parts where it is absent. Undefined for what is not understood. */
function selected([flag, names = '', ...more]: readonly string[]): readonly string[] | undefined {
  if (flag === undefined) return Object.keys(PARTS);
  const wanted = names.split(',');
  return flag === '--only' && more.length === 0 && wanted.every((name) => Object.hasOwn(PARTS, name)) ? wanted : undefined;
}

async function bench(names: readonly string[]): Promise<number> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const work = join(import.meta.dirname, '.work');
  mkdirSync(work, { recursive: true });
  const [where, before] = [machine(), load()];
  say('building');
  const programs = await build(work);
  const results: Result[] = [];
  for (const name of names) results.push(...((await PARTS[name]?.({ work, programs, say })) ?? []));
  const above = results.filter(isAbove).map(({ name, ratio, goal }) => `${name}: ${ratio}, and at most ${goal} is wanted`);
  process.stdout.write(`${JSON.stringify({ ...where, load: { before, after: load() }, results, above }, null, 2)}\n`);
  for (const line of above) say(`above its goal: ${line}`);
  const [busy = 0] = load();
  if (busy > availableParallelism()) say(`the load is ${busy}: repeat it when the machine is calmer`);
  return above.length > 0 ? 1 : 0;
}

const names = selected(process.argv.slice(2));
if (names === undefined) process.stderr.write(`usage: node bench/run.ts [--only ${Object.keys(PARTS).join(',')}]\n`);
process.exitCode = names === undefined ? 64 : await bench(names);
