import { document, integer, list, listOf, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

/** policy-tests/<name>.yaml: grants, and what policy must say of them. */
export function casesSchema(): Schema {
  const body = record(
    {
      now: shape('instant', words('When the cases are judged, unless they say when.', '2026-11-23T09:00:00Z')),
      cases: list(
        record(
          {
            name: shape('line', words('What the case shows.', 'Nobody gets in at night')),
            team: shape('name', words('The folder of the grant.', 'payments')),
            id: shape('name', words('The id of the grant. Left out: `case`.', '2026-11-23-ada-debug')),
            now: shape('instant', words('When it is judged.', '2026-11-23T22:00:00Z')),
            grant: shape('text', words('The whole file of the grant, as a block.', 'principal: ada\n')),
            held: list(past('until'), words('Access that others of our grants give meanwhile.', [HELD])),
            history: list(past('to'), words('Access that was held before, for limits over 90 days.', [PAST])),
            refusedBy: listOf('name', { ...words('Every rule that must refuse it.', ['max-duration']), default: [] }),
            warnedBy: listOf('name', { ...words('Every rule that must warn of it.', ['required']), default: [] }),
            approvals: integer(words('How many approvals it must need.', 2), 1),
            approvers: listOf('name', words('Who must have to approve besides the team.', ['sam'])),
          },
          ['name', 'team', 'grant'],
        ),
        words('The cases.', [{ name: 'A short look is fine', team: 'payments', grant: 'principal: ada\n' }]),
        { minItems: 1 },
      ),
    },
    ['now', 'cases'],
    { description: 'policy-tests/<name>.yaml: grants, and what policy must say of them. A case that names no rule must be allowed.' },
  );
  return document('cases', 'Tests of a policy', body, shapes);
}

const HELD = { principal: 'ada', role: 'release', place: 'payments-prod', until: '2026-11-23T12:00:00Z' };
const PAST = { principal: 'ada', role: 'debug', place: 'payments-prod', from: '2026-11-01T08:00:00Z', to: '2026-11-02T08:00:00Z' };

function past(end: 'until' | 'to'): Schema {
  return record(
    {
      principal: shape('name', words('Who holds it.', 'ada')),
      role: shape('name', words('The catalogue role.', 'debug')),
      place: shape('name', words('A place of any team.', 'payments-prod')),
      from: shape('instant', words('Since when.', '2026-11-01T08:00:00Z')),
      [end]: shape('instant', words('Until when.', '2026-11-02T08:00:00Z')),
    },
    ['principal', 'role', 'place', end, ...(end === 'to' ? ['from'] : [])],
  );
}
