#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { compiledCodeDir } from './compiled-code.ts';

// A reader such as `head` may turn away while a run goes on; the run is not to end half-way for that.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Before anything else loads: what was compiled by an earlier run is not compiled again.
const dir = compiledCodeDir(process.env);
if (dir !== undefined) enableCompileCache(dir);
const { runFromShell } = await import('./shell.ts');
await runFromShell();
