import { interruptible } from '../compose.ts';
import { runCli } from './run.ts';

/** One run with the arguments of the process. */
export async function runFromShell(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), interruptible());
}
