import { interruptible } from '../compose.ts';
import { runCli } from './run.ts';

/** One run with the arguments of the process. */
export async function runFromShell(): Promise<void> {
  process.exitCode = await runCli(process.argv.slice(2), interruptible());
  // Where nothing is left to wait for, Node would only take its memory apart piece by piece, which the end of the process does too.
  if (process.getActiveResourcesInfo().length === 0) process.exit();
}
