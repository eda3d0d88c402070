import { interruptible } from '../compose.ts';
import { runAction } from './run.ts';

const stop = interruptible();
process.exitCode = await runAction(process.env, stop);
// As at the end of a command: where nothing is left to wait for, Node would only take its memory apart piece by piece.
if (process.getActiveResourcesInfo().length === 0) process.exit();
