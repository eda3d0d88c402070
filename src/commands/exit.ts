/** What a process ends with; the first that fits, in this order. The docs and the help are made from this table. */
export const EXITS = [
  { code: 64, name: 'usage', meaning: 'The command or its options were not understood.' },
  { code: 130, name: 'interrupted', meaning: 'Stopped by a signal; the write in hand was finished and reported.' },
  { code: 4, name: 'partly', meaning: 'Something was done, and something due or wanted was not: failed, held or unverified.' },
  { code: 3, name: 'refused', meaning: 'Nothing was done, because of findings or refusals.' },
  { code: 1, name: 'error', meaning: 'It did not work; the message says why.' },
  { code: 2, name: 'changes', meaning: 'There are changes (only with --detailed-exitcode).' },
  { code: 0, name: 'ok', meaning: 'All is well.' },
] as const;

export type ExitName = (typeof EXITS)[number]['name'];
export type ExitCode = (typeof EXITS)[number]['code'];

/** Of several reasons to end the one that comes first in the table. */
export function exitCode(...names: readonly ExitName[]): ExitCode {
  return EXITS.find((exit) => names.includes(exit.name))?.code ?? 0;
}
