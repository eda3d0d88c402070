import type { Report } from '../commands/command.ts';
import { troubleExit, troubleText } from '../commands/trouble.ts';
import { UsageProblem } from '../commands/usage.ts';
import { compose, type Interrupt } from '../compose.ts';
import { annotate } from './annotations.ts';
import { inert } from './inert.ts';
import { readInputs } from './inputs.ts';
import { summaryOf } from './summary.ts';

type Core = typeof import('@actions/core');

/** One run of the Action. What the exit code is on the command line is the output `exit-code` here; 2, changes, is no failure. */
export async function runAction(env: Readonly<Record<string, string | undefined>>, interrupt: Interrupt): Promise<number> {
  const core = await import('@actions/core');
  takeToken(core, env);
  try {
    const { command, options } = await readInputs(env);
    if (command.name === 'apply') refuseOnRequests((await import('@actions/github')).context.eventName);
    const context = { ...(await compose(options, interrupt)), say: talk, print: talk };
    const report = await command.run(context, options, []);
    process.stdout.write(inert(report.text));
    await tell(core, command.name, report, env);
    if (report.exit === 0 || report.exit === 2) return 0;
    core.setFailed(`grantkeeper ${command.name} ended with ${report.exit}`);
    return report.exit;
  } catch (error) {
    core.setFailed(troubleText(error).trimEnd());
    return troubleExit(error);
  }
}

/** What a pull request proposes is not approved yet: its jobs hold no right to write, and must not be given one. */
function refuseOnRequests(event: string): void {
  if (!event.startsWith('pull_request')) return;
  throw new UsageProblem(`apply does not run on ${event}: run it on a push to the default branch, on a schedule or by hand`);
}

function talk(line: string): void {
  process.stdout.write(`${inert(line)}\n`);
}

function takeToken(core: Core, env: Readonly<Record<string, string | undefined>>): void {
  const token = env['INPUT_GITHUB-TOKEN'];
  if (token === undefined || token === '') return;
  core.setSecret(token);
  process.env['GITHUB_TOKEN'] = token;
}

/** Outputs, annotations and summary fail apart: one that cannot be written does not take the others, or the result, with it. */
async function tell(core: Core, command: string, report: Report, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const outputs = Object.entries({ ...report.outputs, 'exit-code': report.exit });
  await apart(core, 'outputs', () => outputs.forEach(([name, value]) => core.setOutput(name, value)));
  await apart(core, 'annotations', () => annotate(core, report.json));
  if (env['GITHUB_STEP_SUMMARY'] === undefined) return;
  await apart(core, 'summary', () => core.summary.addRaw(summaryOf(command, report.text)).write());
}

async function apart(core: Core, what: string, write: () => unknown): Promise<void> {
  try {
    await write();
  } catch (error) {
    core.warning(`the ${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
