import { interruptible } from '../compose.ts';
import { runAction } from './run.ts';

const stop = interruptible();
process.exitCode = await runAction(process.env, stop);
