import { cloudKeys, cloudShapes, type CloudSchemas } from './clouds.ts';
import { choice, document, flag, integer, list, listOf, record, shape, words, type Schema, type Words } from './schema.ts';
import { shapes } from './shapes.ts';

/** policy/policy.yaml. `default` is what holds where a key is left out; the reader fills it in from here. */
export function policySchema(clouds: CloudSchemas): Schema {
  const body = record(
    { ...ours(), clouds: bounds(clouds), ...limits(), ...process(), ...housekeeping() },
    ['stamp', 'security', 'clouds'],
    { description: 'policy/policy.yaml: what the organisation demands. Owned by security, never by those who own grants.' },
  );
  return document('policy', 'The policy of the organisation', body, { ...shapes, ...cloudShapes(clouds) });
}

function or(value: unknown, said: Words): Words {
  return { ...said, default: value };
}

function ours(): Record<string, Schema> {
  return {
    stamp: shape('stamp', words('Our mark on every live binding. Two repositories differ in it.', 'acme-access')),
    formerStamps: listOf('stamp', or([], words('Stamps of earlier days: what carries one may only be ended.', ['acme-old']))),
    security: listOf(
      'name',
      words('Names of the people who approve policy, people, workflows and the lifting of recalls.', ['sam', 'kim']),
      {
        minItems: 1,
      },
    ),
  };
}

function bounds(clouds: CloudSchemas): Schema {
  const said = words('The clouds, and what the tool may look at and write to in each.', { gcp: { manages: ['folders/77'] } });
  return record(cloudKeys(clouds, 'bounds'), [], { ...said, minProperties: 1 });
}

function limits(): Record<string, Schema> {
  return {
    grants: record(
      {
        maxDuration: shape('period', or('8h', words('The longest grant, grace included, from the later of landing and `starts`.', '8h'))),
        maxTotal: shape('period', or('30d', words('The longest time in 90 days for one person, role and scope.', '30d'))),
        maxHorizon: shape('period', or('30d', words('How far ahead a grant may end.', '30d'))),
        maxGrace: shape('periodOrZero', or('30m', words('The longest grace.', '30m', '0m'))),
        require: list(
          choice(words('A key of grants.', 'reason'), 'reason', 'ticket'),
          or(['reason'], words('Keys that every grant must have.', ['reason', 'ticket'])),
          { uniqueItems: true },
        ),
        ticketPattern: shape('line', words('How a ticket looks: a regular expression over the whole of it.', 'INC-[0-9]+')),
      },
      [],
      or({}, words('Limits for every grant.', { maxDuration: '8h', require: ['reason', 'ticket'] })),
    ),
    limits: list(
      record(
        {
          env: shape('name', words('An environment of places; `none` is a scope under no place.', 'prod', 'none')),
          maxDuration: shape('period', words('The longest grant there.', '4h')),
          deny: flag(words('True: nothing is granted there.', true)),
        },
        ['env'],
        { minProperties: 2 },
      ),
      or([], words('Limits by environment.', [{ env: 'prod', maxDuration: '4h' }])),
    ),
    deny: record(
      {
        roles: listOf(
          'roleGlob',
          or([], words('Roles that are never granted. `*` matches anything but `/`.', ['gcp:roles/*.admin', 'azure:Owner'])),
        ),
        scopes: listOf(
          'scopeOfCloud',
          or([], words('A cloud, a colon and a scope at which, and below which, nothing is granted.', ['gcp:projects/platform-shared'])),
        ),
        principals: listOf(
          'principalGlob',
          or(
            [],
            words(
              'Names and identities that are never granted anything. `*` matches anything but `/`.',
              ['deployer'],
              ['user:*@example.org'],
            ),
          ),
        ),
      },
      [],
      or({}, words('What is never granted.', { roles: ['azure:Owner'] })),
    ),
    separationOfDuties: list(
      listOf('name', words('Catalogue roles that exclude each other.', ['debug', 'release']), { minItems: 2 }),
      or([], words('Sets of catalogue roles that one person never holds at the same time.', [['debug', 'release']])),
    ),
    hours: hours(),
    asking: asking(),
    groups: record(
      { maxMembers: integer(words('The largest group that may be granted anything.', 12), 1) },
      [],
      or({}, words('Limits for groups.', { maxMembers: 12 })),
    ),
    rules: list(
      record(
        {
          name: shape('name', words('What the rule is called in findings.', 'no-weekend-prod')),
          expression: shape(
            'text',
            words('A CEL expression that is true when all is well.', '!(place.env == "prod" && grant.startsOnWeekend)'),
          ),
          message: shape('text', words('What a person reads when it is not.', 'You must ask on a working day')),
        },
        ['name', 'expression', 'message'],
      ),
      or([], words('What the typed rules cannot say, in CEL.', [{ name: 'no-tests', expression: 'place.env != "test"', message: 'No.' }])),
    ),
    modes: modes(),
  };
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function hours(): Schema {
  const item = record(
    {
      where: where('The access that must keep to these hours.'),
      days: list(choice(words('A day of the week.', 'mon'), ...DAYS), or(DAYS.slice(0, 5), words('The days.', ['mon', 'tue'])), {
        uniqueItems: true,
        minItems: 1,
      }),
      from: shape('timeOfDay', words('The first minute.', '08:00')),
      to: shape('timeOfDay', words('The first minute after them, on the same day.', '18:00')),
      zone: shape('zone', words("By whose clock. Left out: the team's.", 'Europe/Berlin')),
      part: choice(
        or('whole', words('Whether access lies in the hours as a whole, grace included, or only begins in them.', 'begin')),
        'whole',
        'begin',
      ),
    },
    ['from', 'to'],
  );
  return list(item, or([], words('When access may be had; of several that fit one must hold.', [{ from: '08:00', to: '18:00' }])));
}

function asking(): Schema {
  const item = record(
    {
      for: listOf('name', or([], words('Principals that this is about. Left out: all.', ['payments-oncall']))),
      by: listOf('name', or([], words('People, or groups of people, who may ask for them.', ['bo', 'chi']))),
      self: flag(or(true, words('Whether they may ask for themselves, their own accounts and their groups.', true))),
    },
    [],
  );
  return list(item, or([], words('Who may ask for whom; of several that fit one must hold.', [{ for: ['deployer'], by: ['bo'] }])));
}

function modes(): Schema {
  const item = record(
    {
      rule: shape('name', words('A rule of the reference, or one of `rules`.', 'max-duration')),
      mode: choice(words('Whether it refuses, warns or says nothing.', 'warn'), 'deny', 'warn', 'off'),
      where: where('Where it does so; elsewhere it refuses.'),
    },
    ['rule', 'mode'],
  );
  return list(item, or([], words('Rules that do not refuse everywhere; the last that fits counts.', [{ rule: 'required', mode: 'warn' }])));
}

/** What a rule is about. A key that is left out leaves nothing out. */
function where(description: string): Schema {
  const names = (name: string, said: Words) => listOf(name, or([], said), { uniqueItems: false });
  return record(
    {
      folder: names('name', words('Folders of grants/, which are teams.', ['payments'])),
      env: names('name', words('Environments of places; `none` is a scope under no place.', ['prod'])),
      cloud: names('name', words('Clouds.', ['gcp'])),
      role: names('roleOrGlob', words('Catalogue roles, or roles of a cloud with `*` for anything but `/`.', ['debug'], ['gcp:roles/*'])),
      principal: names('name', words('Names of policy/people.', ['deployer'])),
    },
    [],
    or({}, words(description, { env: ['prod'] })),
  );
}

function process(): Record<string, Schema> {
  return {
    approval: record(
      {
        mode: choice(
          or('enforce', words('Whether approval is proved before access is given.', 'enforce')),
          'enforce',
          'warn',
          'trust-branch-protection',
        ),
        minimum: integer(or(1, words('How many approvers a grant needs.', 1)), 1),
        privileged: integer(or(2, words('How many it needs for a privileged role.', 2)), 1),
        more: moreApproval(),
      },
      [],
      or({}, words('How approval is judged.', { mode: 'enforce', minimum: 1, privileged: 2 })),
    ),
    guard: record(
      { withdrawals: withdrawals(), newGrants: newGrants(), protect: protect() },
      [],
      or({}, words('What holds a run back that would change too much.', { protect: ['deployer'] })),
    ),
    breakGlass: record(
      {
        who: listOf('name', words('Names of people and groups who may use it.', ['payments-oncall']), { minItems: 1 }),
        roles: listOf('name', words('Catalogue roles that it gives.', ['debug']), { minItems: 1 }),
        maxDuration: shape('period', words('The longest time.', '1h')),
        reviewWithin: shape('period', words('How soon after it somebody must have looked at it.', '24h')),
      },
      ['who', 'roles', 'maxDuration', 'reviewWithin'],
      words('Emergency access without approval. Left out: there is none.', {
        who: ['payments-oncall'],
        roles: ['debug'],
        maxDuration: '1h',
        reviewWithin: '24h',
      }),
    ),
  };
}

function moreApproval(): Schema {
  const item = record(
    {
      where: where('The access that needs more.'),
      privileged: flag(or(false, words('True: only where the role is privileged.', true))),
      minimum: integer(words('How many approvers it needs.', 2), 1),
      approvers: listOf('name', or([], words('People who must approve besides, all of them.', ['sam']))),
    },
    [],
  );
  const example = [{ where: { env: ['prod'] }, privileged: true, minimum: 2, approvers: ['sam'] }];
  return list(item, or([], words('What access of more risk needs; all that fit add up.', example)));
}

function withdrawals(): Schema {
  return record(
    {
      max: integer(or(3, words('So many are always let through.', 3)), 0),
      percent: integer(or(10, words('So many of our live bindings, in percent, where that is more.', 10)), 0, 100),
      window: shape('period', or('24h', words('The time over which they are counted.', '24h'))),
    },
    [],
    or({}, words('How much may be withdrawn before its end.', { max: 3, percent: 10, window: '24h' })),
  );
}

function newGrants(): Schema {
  return record(
    {
      max: integer(or(20, words('New bindings in one run.', 20)), 0),
      privileged: integer(or(5, words('New bindings of privileged roles in one run.', 5)), 0),
    },
    [],
    or({}, words('How much may be granted in one run.', { max: 20, privileged: 5 })),
  );
}

function protect(): Schema {
  return listOf('name', or([], words('Names that are never withdrawn and never granted.', ['deployer'])));
}

function housekeeping(): Record<string, Schema> {
  const origins = ['service-agents', 'pim', 'pam', 'inherited'];
  return {
    unmanaged: record(
      {
        mode: choice(or('report', words('Whether access that no grant explains is spoken of.', 'report')), 'report', 'ignore'),
        ignore: list(
          choice(words('An origin.', 'pim'), ...origins),
          or(origins, words('Origins that are left out of the report.', ['service-agents', 'pim'])),
          { uniqueItems: true },
        ),
      },
      [],
      or({}, words('Access that is not ours.', { mode: 'report', ignore: ['service-agents'] })),
    ),
    notices: record(
      {
        before: listOf('period', or(['24h', '1h'], words('How long before the end.', ['24h', '1h']))),
        to: list(
          choice(words('A reader of notices.', 'principal'), 'principal', 'approvers'),
          or(['principal', 'approvers'], words('Who is told.', ['principal', 'approvers'])),
          { uniqueItems: true },
        ),
      },
      [],
      or({}, words('Notices before an end.', { before: ['24h', '1h'], to: ['principal'] })),
    ),
    prune: record(
      { after: shape('period', or('1h', words('How long after the end the file is offered for deletion.', '1h'))) },
      [],
      or({}, words('When lapsed files go.', { after: '1h' })),
    ),
    heartbeat: record(
      { maxAge: shape('period', or('90m', words('How old the last good run may be before the watchdog calls.', '90m'))) },
      [],
      or({}, words('How the watchdog judges.', { maxAge: '90m' })),
    ),
  };
}
