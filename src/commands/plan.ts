import type { Command } from './command.ts';
import { UsageProblem } from './usage.ts';

export const plan: Command = {
  name: 'plan',
  summary: 'Show what would change and why; changes nothing',
  options: [
    { name: 'detailed-exitcode', summary: 'End with 2 when there are changes' },
    {
      name: 'pull-request',
      value: 'NUMBER',
      summary: 'Say on this open request what it would do and who may approve it, without asking the clouds',
      input: true,
    },
  ],
  action: true,
  outputs: ['has-changes', 'summary', 'digest', 'refused'],
  // A job on a request plans without the clouds, and has no use for what asks them.
  async run(context, options) {
    const { 'pull-request': request } = options;
    if (request === undefined) return (await import('./plan-clouds.ts')).planClouds(context, options['detailed-exitcode'] === true);
    const number = numberFrom(String(request));
    return (await import('./request-check.ts')).checkRequest(context, number);
  },
};

function numberFrom(text: string): number {
  const number = /^#?([1-9]\d{0,9})$/.exec(text)?.[1];
  if (number === undefined) throw new UsageProblem(`--pull-request takes the number of a request, not ${text}`);
  return Number(number);
}
