import { document, flag, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

/** recalls/<name>.yaml */
export function recallSchema(): Schema {
  const body = record(
    {
      principal: shape('ascii', words('A name of policy/people, or the raw identity of a stranger.', 'gil', 'user:stranger@example.org')),
      since: shape('instant', words('When it was called. A record, never a delay.', '2026-11-21T03:12:00Z')),
      reason: shape('text', words('Why.', 'Laptop stolen')),
      lockdown: flag(
        words(
          'True: a deny policy also locks the principal out of what others gave, where policy has a lockdown. Counts once security has approved it, or where the command confirmed it.',
          true,
        ),
      ),
    },
    ['principal', 'since', 'reason'],
    {
      description:
        'recalls/<name>.yaml: while it stands, its principal holds nothing of ours and gets nothing. Deleting it gives nothing back.',
    },
  );
  return document('recall', 'A recall', body, shapes);
}
