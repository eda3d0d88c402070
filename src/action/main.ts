import { interruptible } from '../compose.ts';
import { divertStdout } from '../output.ts';
import { runAction } from './run.ts';

// The toolkit writes its commands there.
divertStdout();
const stop = interruptible();
process.exitCode = await runAction(process.env, stop);
// As at the end of a command: where nothing is left to wait for, Node would only take its memory apart piece by piece.
if (process.getActiveResourcesInfo().length === 0) process.exit();
