import { cloudKeys, cloudShapes, type CloudSchemas } from './clouds.ts';
import { byKey, document, listOf, named, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

const github = shape('login', words('The login on GitHub. Who approves needs one.', 'ada-b'));
const left = shape('instant', words('When the person left: all of theirs ends then.', '2026-11-20T16:00:00Z'));

/** policy/people/<name>.yaml */
export function peopleSchema(clouds: CloudSchemas): Schema {
  const identities = cloudKeys(clouds, 'principal');
  const parts: Record<string, Schema> = {
    person: record({ name: shape('line', words("The person's name, as people say it.", 'Ada Byron')), github, ...identities, left }, [
      'name',
    ]),
    account: record(
      { person: shape('name', words('The name of the person that this account belongs to.', 'ada')), github, ...identities, left },
      ['person'],
    ),
    group: record(
      {
        ...identities,
        members: listOf('name', words('Names of the people and accounts in the group.', ['ada', 'chi']), { minItems: 1 }),
      },
      ['members'],
      { minProperties: 2 },
    ),
    service: record(identities, [], { minProperties: 1 }),
    human: { ...byKey(new Map([['person', { $ref: '#/$defs/account' }]]), { $ref: '#/$defs/person' }) },
  };
  return document('people', 'People, groups and services', body(), { ...shapes, ...cloudShapes(clouds), ...parts });
}

function body(): Schema {
  return record(
    {
      people: named(
        { $ref: '#/$defs/human' },
        words('Humans, and further accounts of theirs.', {
          ada: { name: 'Ada Byron', github: 'ada-b', gcp: 'user:ada@example.com' },
          'ada-adm': { person: 'ada', gcp: 'user:adm-ada@example.com' },
        }),
      ),
      groups: named(
        { $ref: '#/$defs/group' },
        words('Groups of the clouds, with the people behind them.', {
          'payments-oncall': { gcp: 'group:payments-oncall@example.com', members: ['ada', 'chi'] },
        }),
      ),
      services: named(
        { $ref: '#/$defs/service' },
        words('Service accounts and service principals.', {
          deployer: { gcp: 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com' },
        }),
      ),
    },
    [],
    {
      description:
        'policy/people/<name>.yaml: the only principals that can be granted anything. Names and identities are unique over all files.',
      minProperties: 1,
    },
  );
}
