import { parseDocument } from 'yaml';
import { formatInstant, later } from '../domain/instant.ts';
import { stemOf } from '../domain/name.ts';
import { formatPeriod, parsePeriod, type Period } from '../domain/period.ts';
import { softEndOf } from '../reconcile/end.ts';
import type { Version } from '../reconcile/timeline.ts';
import { inert } from '../report/markdown.ts';
import type { Command, Options } from './command.ts';
import type { Context } from './context.ts';
import { type Desk, openDesk, propose, type Proposal } from './request-proposal.ts';
import { UsageProblem } from './usage.ts';

export const renew: Command = {
  name: 'renew',
  summary: 'Ask for more time: an edit of the grant that keeps its comments, a verdict, a pull request',
  arguments: [{ name: 'grant', summary: 'The id of a grant that is live, or its path', required: true }],
  options: [
    { name: 'for', value: 'PERIOD', summary: 'How much later it is to end, such as 2h', input: true },
    { name: 'yes', summary: 'Do not ask; needed where nobody can be asked' },
  ],
  action: false,
  async run(context, options, [grant = '']) {
    const period = await periodFrom(options, context);
    const desk = await openDesk(context);
    if ('exit' in desk) return desk;
    return propose(renewal(desk, stemOf(grant), period, context), options, context);
  },
};

async function periodFrom(options: Options, { ask }: Context): Promise<Period> {
  const given = options['for'];
  const text = typeof given === 'string' ? given : ask === undefined ? '' : await ask('How much later, such as 2h?');
  const period = parsePeriod(text.trim());
  if (period === undefined || period === 0) throw new UsageProblem(`renew needs --for with a time such as 30m, 2h or 1d`);
  return period;
}

/**
 * The end moves by that much. A duration counts anew from the merge that raises the end, so it grows with it, and the hard stop says
 * the moment. What ended once does not come back: its id is spent.
 */
function renewal({ history }: Desk, id: string, period: Period, { now }: Context): Proposal {
  const { path, blob, body, at } = newest(history.grants.get(id), id);
  const { grant } = body;
  const end = softEndOf(grant, at);
  if (later(end, grant.grace) <= now) throw new UsageProblem(`${id} ended at ${formatInstant(end)}; ask anew with grantkeeper request`);
  const document = parseDocument(new TextDecoder().decode(history.bytes.get(blob)));
  const expires = formatInstant(later(end, period));
  document.set('expires', expires);
  if (grant.duration !== undefined) document.set('duration', formatPeriod(grant.duration + period));
  return {
    id,
    path,
    text: document.toString({ lineWidth: 0 }),
    title: `Renew ${id}`,
    sentence: `${inert(id)} is to end ${formatPeriod(period)} later, at ${expires}.`,
  };
}

function newest(versions: readonly Version[] | undefined, id: string) {
  const version = versions?.at(-1);
  if (version === undefined) throw new UsageProblem(`there is no grant ${id}`);
  const { path, blob, body, at } = version;
  if (body.kind !== 'grant' || blob === undefined) throw new UsageProblem(`${id} cannot be renewed: its file is gone or does not read`);
  return { path, blob, body, at };
}
