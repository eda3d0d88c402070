#!/usr/bin/env node
import { interruptible } from '../compose.ts';
import { runCli } from './run.ts';

// A reader such as `head` may turn away while a run goes on; the run is not to end half-way for that.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const stop = interruptible();
process.exitCode = await runCli(process.argv.slice(2), stop);
