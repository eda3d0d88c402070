import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../commands/command.ts';
import { annotate } from './annotations.ts';
import type { Core } from './core.ts';
import { inert } from './inert.ts';
import { summaryOf } from './summary.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** In lines; what is longer than a screen or two is folded, since the summary of the step shows it better. */
const LONG = 80;

/**
 * Log, outputs, annotations and summary of a report. They fail apart: one that cannot be written does not take the others, or the
 * result, with it.
 */
export async function tell(core: Core, command: string, report: Report, env: Environment): Promise<void> {
  print(core, command, report.text);
  const summary = summaryOf(command, report.text, report.page);
  const path = summary.left === 0 ? undefined : await apart(core, 'report', () => keep(command, report.text, env));
  const outputs = Object.entries({ ...report.outputs, 'exit-code': report.exit, ...(path === undefined ? {} : { 'report-path': path }) });
  await apart(core, 'outputs', () => outputs.forEach(([name, value]) => core.setOutput(name, value)));
  await apart(core, 'annotations', () => annotate(core, report.json));
  const page = env['GITHUB_STEP_SUMMARY'];
  // Not by the toolkit's builder of pages, for which Node loads its files by promise and, with them, what reads lines of a terminal.
  if (page !== undefined) await apart(core, 'summary', () => appendFileSync(page, summary.markdown));
}

function print(core: Core, command: string, text: string): void {
  const long = text.split('\n').length > LONG;
  if (long) core.startGroup(`grantkeeper ${command}: the whole report`);
  process.stdout.write(inert(text));
  if (long) core.endGroup();
}

/** Beside the job's other files that end with it; a step may upload it. */
function keep(command: string, text: string, env: Environment): string {
  const path = join(env['RUNNER_TEMP'] ?? '.', `grantkeeper-${command}.txt`);
  writeFileSync(path, text);
  return path;
}

/** What `write` answers; undefined, with a warning, when it throws. */
export async function apart<T>(core: Core, what: string, write: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    core.warning(`the ${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
