import { cloudKeys, cloudShapes, type CloudSchemas } from './clouds.ts';
import { document, listOf, named, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

const EXAMPLE = { 'payments-prod': { env: 'prod', gcp: 'projects/payments-prod' } };

/** policy/teams/<name>.yaml */
export function teamSchema(clouds: CloudSchemas): Schema {
  const place = record(
    {
      env: shape('env', words('The environment that `limits` of the policy speak of.', 'prod', 'test')),
      ...cloudKeys(clouds, 'place'),
    },
    ['env'],
    { minProperties: 2 },
  );
  const body = record(
    {
      approvers: listOf('name', words('Names of the people who approve requests in the folder, at least two.', ['bo', 'chi']), {
        minItems: 2,
      }),
      zone: shape('zone', {
        ...words('The zone in which ends are shown to people. It never changes how a file is read.', 'Europe/Berlin'),
        default: 'UTC',
      }),
      places: named(place, words('All that files in the folder may ask for, and what lies below.', EXAMPLE), { minProperties: 1 }),
    },
    ['approvers', 'places'],
    { description: 'policy/teams/<name>.yaml: brings a team on board; it owns the folder grants/<name>/.' },
  );
  return document('team', 'A team and its places', body, { ...shapes, ...cloudShapes(clouds) });
}
