#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { compiledCodeDir } from './compiled-code.ts';

// Before anything else loads: what was compiled by an earlier run is not compiled again.
const dir = compiledCodeDir(process.env);
if (dir !== undefined) enableCompileCache(dir);
const { runFromShell } = await import('./shell.ts');
await runFromShell();
