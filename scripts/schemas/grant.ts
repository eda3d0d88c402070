import { accessShapes, cloudAccess, cloudKeys, cloudShapes, type CloudSchemas, terms } from './clouds.ts';
import { document, list, listOf, oneOrMany, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

const role = shape('name', words('A role of the catalogue: the stem of a file of policy/roles.', 'debug'));
const place = oneOrMany(
  shape('name', words("A place of the folder's team.", 'payments-prod')),
  listOf('name', words("Places of the folder's team.", ['payments-prod', 'payments-test']), { minItems: 1 }),
  words("A place of the folder's team, or a list of them.", 'payments-prod', ['payments-prod', 'payments-test']),
);

/** grants/<team>/<id>.yaml */
export function grantSchema(clouds: CloudSchemas): Schema {
  const scopes = cloudKeys(clouds, 'scope');
  const access = accessShapes(
    cloudAccess(clouds, (cloud) => scopes[cloud] ?? {}, terms),
    { $ref: '#/$defs/catalogue-access' },
  );
  const entry = record({ role, place, ...terms }, ['role', 'place']);
  return document('grant', 'A grant: access that ends by itself', body(), {
    ...shapes,
    ...cloudShapes(clouds),
    ...access,
    'catalogue-access': entry,
  });
}

function body(): Schema {
  return record(
    {
      principal: oneOrMany(
        shape('name', words('A name of policy/people.', 'ada')),
        listOf('name', words('Names of policy/people.', ['ada', 'chi']), { minItems: 1, maxItems: 10 }),
        words('Who gets the access: a name of policy/people, or a list of at most ten with one reason and one end.', 'ada', ['ada', 'chi']),
      ),
      requestedBy: shape('name', words('Who asks, where it is not the author of the request. Required when a bot opens it.', 'bo')),
      reason: shape(
        'text',
        words('Why the access is needed, for the one who approves it.', "Find out why last night's settlements failed"),
      ),
      ticket: shape('line', words('The ticket behind it. Policy may require one and say how it looks.', 'INC-4711')),
      access: list(
        { $ref: '#/$defs/access' },
        words(
          'What is asked for: catalogue roles at places, or single roles of one cloud.',
          [{ role: 'debug', place: 'payments-prod' }],
          [{ gcp: 'payments-prod', role: 'roles/monitoring.viewer' }],
        ),
        { minItems: 1 },
      ),
      starts: shape('instant', words('Not before this moment. Left out: from the merge on.', '2026-11-23T09:00:00Z')),
      expires: shape('instant', words('The hard stop. At this second the access is over.', '2026-11-23T17:00:00Z')),
      duration: shape(
        'period',
        words('A length, counted from the later of `starts` and the merge. The earlier of this end and `expires` wins.', '3h', '1d12h'),
      ),
      grace: shape('periodOrZero', {
        ...words("Time after the end that is part of the access and is spoken of in notices; at most policy's `maxGrace`.", '15m'),
        default: '0m',
      }),
    },
    ['principal', 'access', 'expires'],
    {
      description: 'grants/<team>/<id>.yaml. The file name without .yaml is the id: unique in the tree, never used again once it is spent.',
    },
  );
}
