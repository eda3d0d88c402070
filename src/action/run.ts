import { troubleExit, troubleText } from '../commands/trouble.ts';
import { UsageProblem } from '../commands/usage.ts';
import { compose, type Interrupt } from '../compose.ts';
import { core } from './core.ts';
import { inert } from './inert.ts';
import { readInputs } from './inputs.ts';
import { aboutRequest } from './request-event.ts';
import { apart, tell } from './tell.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** One run of the Action. What the exit code is on the command line is the output `exit-code` here; 2, changes, is no failure. */
export async function runAction(env: Environment, interrupt: Interrupt): Promise<number> {
  takeToken(env);
  try {
    const { command, options: given, args } = await readInputs(env);
    const options = aboutRequest(command, given, env);
    if (WRITERS.has(command.name) && isAboutRequest(env)) refuseOnRequests(command.name, (await import('./event.ts')).context.eventName);
    const context = { ...(await compose(options, interrupt)), say: talk, print: talk };
    const report = await command.run(context, options, args);
    await tell(core, command.name, report, env);
    if (report.exit === 0 || report.exit === 2) return 0;
    core.setFailed(`grantkeeper ${command.name} ended with ${report.exit}`);
    return report.exit;
  } catch (error) {
    const exit = troubleExit(error);
    await apart(core, 'outputs', () => core.setOutput('exit-code', exit));
    core.setFailed(troubleText(error).trimEnd());
    return exit;
  }
}

/** What the toolkit's own account of the event says too; that loads only where it could say so. */
function isAboutRequest(env: Environment): boolean {
  return env['GITHUB_EVENT_NAME']?.startsWith('pull_request') === true;
}

const WRITERS: ReadonlySet<string> = new Set(['apply', 'prune', 'recall', 'request']);

/** What a pull request proposes is not approved yet: its jobs hold no right to write, and must not be given one. */
function refuseOnRequests(command: string, event: string | undefined): void {
  if (event?.startsWith('pull_request') !== true) return;
  throw new UsageProblem(`${command} does not run on ${event}: run it on a push to the default branch, on a schedule or by hand`);
}

function talk(line: string): void {
  process.stdout.write(`${inert(line)}\n`);
}

function takeToken(env: Environment): void {
  const token = env['INPUT_TOKEN']?.trim();
  if (token === undefined || token === '') return;
  core.setSecret(token);
  process.env['GITHUB_TOKEN'] = token;
}
