import type { Command, Option } from './command.ts';

/**
 * Every command there is, by name. Help, README, the Action's inputs and the docs are made from this table. Each loads when it
 * is called for, so that `validate` starts without the others.
 */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['validate', async () => (await import('./validate.ts')).validate],
  ['plan', async () => (await import('./plan.ts')).plan],
  ['apply', async () => (await import('./apply.ts')).apply],
  ['prune', async () => (await import('./prune.ts')).prune],
  ['recall', async () => (await import('./recall.ts')).recall],
  ['drift', async () => (await import('./drift.ts')).drift],
  ['request', async () => (await import('./request.ts')).request],
  ['renew', async () => (await import('./renew.ts')).renew],
  ['verify', async () => (await import('./verify.ts')).verify],
  ['codeowners', async () => (await import('./codeowners.ts')).codeowners],
  ['doctor', async () => (await import('./doctor.ts')).doctor],
  ['rights', async () => (await import('./rights.ts')).rights],
  ['roles', async () => (await import('./roles.ts')).roles],
  ['policy', async () => (await import('./policy.ts')).policy],
  ['init', async () => (await import('./init.ts')).init],
  ['demo', async () => (await import('./demo/demo.ts')).demo],
  ['sim', async () => (await import('./sim.ts')).sim],
]);

/** All of them, in the order of the table. */
export async function everyCommand(): Promise<readonly Command[]> {
  return Promise.all([...COMMANDS.values()].map((load) => load()));
}

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly Option[] = [
  { name: 'repo', value: 'DIR', summary: 'The grants repository; the Git root of this folder when absent', input: true },
  { name: 'json', summary: 'Print one JSON object' },
  { name: 'no-color', summary: 'Print without colour' },
  { name: 'no-input', summary: 'Never ask' },
  { name: 'quiet', summary: 'Say nothing but the result' },
  { name: 'verbose', summary: 'Show every binding, every unchanged thing' },
  { name: 'simulate', value: '[DIR]', summary: 'Work on simulated clouds and a local forge, kept in DIR', input: true },
  { name: 'at', value: 'INSTANT|+DURATION', summary: 'With --simulate: move the clock on; it is remembered and never goes back' },
];
