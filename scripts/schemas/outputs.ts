import { choice, document, integer, list, listOf, record, shape, words, type Schema } from './schema.ts';
import { shapes } from './shapes.ts';

const COMMIT = '3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776';
const SUMMARY = {
  revoke: 1,
  shorten: 0,
  restore: 0,
  extend: 0,
  retitle: 0,
  grant: 0,
  held: 0,
  kept: 118,
  refused: 0,
  scopes: 41,
  unread: 0,
};
const DIGEST = 'sha256:9f2c41d07a5be3d1c0a4f6b8e2d9135779ace024681bdf13579bdf02468ace13';
const CHANGE = {
  verb: 'revoke',
  because: 'lapsed',
  cloud: 'gcp',
  scope: 'projects/payments-test',
  role: 'roles/logging.viewer',
  principal: 'ben',
  grant: '2026-11-21-ben-debug',
  until: null,
  endsBy: null,
  takesOver: null,
  digest: DIGEST,
};
const FOREIGN = {
  kind: 'foreign',
  cloud: 'gcp',
  scope: 'projects/payments-prod',
  role: 'roles/browser',
  member: 'user:zoe@example.com',
  condition: null,
};
const LATENESS = { cloud: 'azure', count: 12, p50: 240, p90: 720, max: 1860 };
const REFUSAL = {
  code: 'GK3201',
  message: 'more withdrawals than the guard lets through',
  hint: 'Merge the override below',
  grant: null,
  holds: [DIGEST],
  override: null,
};
const UNREAD = { cloud: 'gcp', scope: 'projects/payments-test', message: 'the permission is missing', hint: null };

function said(description: string, ...examples: readonly unknown[]): Schema {
  return { type: 'string', ...words(description, ...examples) };
}

/** The same, or null: nothing is left out of a record because there is nothing to say. */
function orNull({ description, examples, ...value }: Schema): Schema {
  return { description, examples, anyOf: [value, { type: 'null' }] };
}

const where = {
  cloud: said('The cloud.', 'gcp', 'azure'),
  scope: said('Where, in the spelling of the cloud.', 'projects/payments-test'),
};
const role = said('The role, as people call it.', 'roles/logging.viewer');
const access: Record<string, Schema> = {
  ...where,
  role,
  principal: said("A name of policy/people, or the cloud's spelling where no name fits.", 'ben'),
};
const grant = said('The grant that it is about.', '2026-11-21-ben-debug');
const endsBy = choice(words('Who ends it: the cloud itself, or our run.', 'cloud'), 'cloud', 'run');

const verb = choice(words('What is done.', 'revoke'), 'revoke', 'shorten', 'restore', 'extend', 'retitle', 'grant');
const because = choice(words('Why.', 'lapsed'), 'lapsed', 'recalled', 'left', 'withdrawn', 'tampered', 'renewed', 'renamed', 'asked');

function change(): Schema {
  const until = shape('instant', words('The end that it has afterwards; null when the binding is gone.', '2026-11-21T21:03:00Z'));
  const digest = shape('digest', words('Stands for the change; what overrides list.', DIGEST));
  const takesOver = choice(
    words('What becomes of a binding made by hand in its place; null where there is none.', 'adopt'),
    'adopt',
    'replace',
  );
  const properties = {
    verb,
    because,
    ...access,
    grant,
    until: orNull(until),
    endsBy: orNull(endsBy),
    takesOver: orNull(takesOver),
    digest,
  };
  return record(properties, Object.keys(properties), { description: 'One change of one binding.' });
}

function observation(): Schema {
  const told = ['expiring', 'in-grace', 'scheduled', 'note', 'alarm'];
  const kinds = ['foreign', 'twin', 'masked', 'escaped', 'tampered', 'forged', 'unrecorded', ...told];
  const member = said('Who holds it, in the spelling of the cloud.', 'user:zoe@example.com');
  const condition = orNull(said('The own condition of the binding.', 'resource.name.startsWith("x")'));
  const note = said('What is known of its origin.', 'service-agent');
  const text = said('What there is to say of the grant.', 'the place has no Azure scope');
  const until = shape('instant', words('The end.', '2026-11-21T21:03:00Z'));
  const starts = shape('instant', words('The start.', '2026-11-23T09:00:00Z'));
  const begunBy = choice(words('Who begins it: the cloud itself, or our run.', 'cloud'), 'cloud', 'run');
  const seen = { ...where, role, member, condition, note };
  return record({ kind: choice(words('What was seen.', 'foreign'), ...kinds), ...seen, grant, until, starts, begunBy, text }, ['kind'], {
    description: 'What the plan says without acting on it.',
  });
}

function refusal(): Schema {
  const override = record(
    { path: said('Where it goes.', 'policy/overrides/2026-11-21-payments-exit.yaml'), text: said('The whole file.', 'withdraws: []\n') },
    ['path', 'text'],
    words('The file that lets the held changes through, once it is approved.', { path: 'policy/overrides/x.yaml', text: 'grants: []\n' }),
  );
  const properties = {
    code: said('A code of the table of findings.', 'GK3201'),
    message: said('What is wrong.', 'more withdrawals than the guard lets through'),
    hint: orNull(said('The way out.', 'Merge the override below')),
    grant: orNull(grant),
    holds: listOf('digest', words('Digests of the changes that it holds back.', [DIGEST])),
    override: orNull(override),
  };
  return record(properties, Object.keys(properties), { description: 'Something that holds changes back, or a grant that is not made.' });
}

function unread(): Schema {
  const message = said('Why it could not be read.', 'the permission is missing');
  const properties = { ...where, message, hint: orNull(said('What a person can do.', 'Give the tool the permission')) };
  return record(properties, Object.keys(properties), { description: 'A scope that was not read; nothing is decided about it.' });
}

function lateness(): Schema {
  const { cloud } = where;
  const properties = {
    cloud,
    count: count('Ends of the last 30 days that were seen.'),
    p50: orNull(count('So many seconds or fewer late in half of them; null where none was seen.')),
    p90: orNull(count('The same of nine in ten.')),
    max: orNull(count('The same of all; there is no bound while runs stop.')),
  };
  return record(properties, Object.keys(properties), { description: 'How late ends by our run came; in seconds.' });
}

function count(description: string): Schema {
  return integer(words(description, 1), 0);
}

function summary(): Schema {
  return record(
    {
      revoke: count('Bindings to take away.'),
      shorten: count('Ends to move earlier.'),
      restore: count('Bindings to put right after somebody changed them.'),
      extend: count('Ends to move later.'),
      retitle: count('Marks to rename.'),
      grant: count('Bindings to give.'),
      held: count('Changes held back.'),
      kept: count('Bindings of ours that stay as they are.'),
      refused: count('What holds changes back, and grants that are not made.'),
      scopes: count('Scopes that were read.'),
      unread: count('Scopes that could not be read; nothing is decided about them.'),
    },
    Object.keys(SUMMARY),
    words('The plan in numbers.', SUMMARY),
  );
}

function planned(): Record<string, Schema> {
  return {
    summary: summary(),
    at: shape('instant', words('The instant of the run.', '2026-11-21T17:04:00Z')),
    commit: said('The commit that was read.', COMMIT),
    confirmed: { type: 'boolean', ...words('Whether the commit is known to be the tip of the default branch.', true) },
    changes: list({ $ref: '#/$defs/change' }, words('In the order of the doing: what takes before what gives.', [CHANGE])),
    held: list({ $ref: '#/$defs/change' }, words('Wanted, but held back by a refusal.', [CHANGE])),
    observations: list({ $ref: '#/$defs/observation' }, words('What the plan says without acting on it.', [FOREIGN])),
    refusals: list({ $ref: '#/$defs/refusal' }, words('What is held back, and why.', [REFUSAL])),
    unread: list({ $ref: '#/$defs/unread' }, words('Scopes that could not be read.', [UNREAD])),
    lateness: list(
      { $ref: '#/$defs/lateness' },
      words('How late our run came, for each cloud in which it has to end what the plan gives.', [LATENESS]),
    ),
    digest: shape('digest', words('Over all changes; what `apply` compares.', DIGEST)),
  };
}

const parts = { ...shapes, change: change(), observation: observation(), refusal: refusal(), unread: unread(), lateness: lateness() };

function ledger(): Schema {
  const properties = {
    head: orNull(shape('digest', words('The hash of its last line after the run; null where it was not written.', DIGEST))),
    lines: orNull(integer(words('How many lines it has.', 412), 0)),
    trouble: orNull(said('Why it was not written.', 'GitHub answered 503')),
  };
  return record(properties, Object.keys(properties), words('What the run wrote down.', { head: DIGEST, lines: 412, trouble: null }));
}

const measured = choice(
  words('What a recall does beside taking bindings, or undoes.', 'lock'),
  'lock',
  'unlock',
  'disable',
  'enable',
  'sign-out',
  'revoke-sessions',
);
const MEASURE = { kind: 'lock', member: 'user:gil@example.com' };
const LOCKDOWN = { cloud: 'gcp', at: 'organizations/123456789012', measures: [MEASURE], failure: null };
const holder = said('Whom, in the spelling of the cloud.', 'user:gil@example.com');

function lockdowns(): Schema {
  const measure = record({ kind: measured, member: holder }, ['kind', 'member'], words('One measure.', MEASURE));
  const properties = {
    cloud: where['cloud'] ?? {},
    at: said('Where it stands.', 'organizations/123456789012'),
    measures: list(measure, words('What is to be done there.', [MEASURE])),
    failure: orNull(said('Why that is not known.', 'could not read the lockdown')),
  };
  return list(
    record(properties, Object.keys(properties), words('The lockdown of one cloud.', LOCKDOWN)),
    words('Whom recalls lock out, where policy has a lockdown.', [LOCKDOWN]),
  );
}

/** `plan --json` */
export function planSchema(): Schema {
  const properties = planned();
  const body = record({ ...properties, lockdowns: lockdowns() }, Object.keys(properties), { description: 'What `plan --json` prints.' });
  return document('plan', 'A plan', body, parts);
}

function residue(): Schema {
  const held = record(
    {
      role: said('The role, as the cloud names it.', 'Reader'),
      scope: said('Where it stands: the scope itself, or one above it.', '/subscriptions/00000000-0000-4000-8000-000000000000'),
      by: choice(words('By another binding there, from above, or by a group.', 'inherited'), 'direct', 'inherited', 'group'),
      group: orNull(said('The group that holds it.', '3d4e0000-0000-4000-8000-000000000002')),
    },
    ['role', 'scope', 'by', 'group'],
    { description: 'Something that lets the principal use a role there.' },
  );
  const properties = {
    known: { type: 'boolean', ...words('Whether the cloud told.', true) },
    held: list(held, words('All that is left.', [])),
    message: orNull(said('What was not looked at, or why nobody knows.', 'what comes from above was not asked for')),
  };
  return record(
    properties,
    Object.keys(properties),
    words('What the principal still has there.', { known: true, held: [], message: null }),
  );
}

function failed(): Schema {
  return record(
    {
      kind: choice(words('What kind of failure.', 'conflict'), 'transient', 'conflict', 'forbidden', 'not-found', 'invalid', 'unsafe'),
      message: said('What the cloud said.', 'the policy was changed by somebody else'),
      hint: said('What a person can do.', 'Run again'),
    },
    ['kind', 'message'],
    words('Why it was not done.', { kind: 'conflict', message: 'the policy was changed by somebody else' }),
  );
}

function outcome(): Schema {
  const failure = failed();
  const properties = {
    status: choice(words('What became of it.', 'applied'), 'applied', 'already-so', 'unverified', 'held', 'failed', 'skipped'),
    change: { $ref: '#/$defs/change', ...words('The change.', CHANGE) },
    at: shape('instant', words('When.', '2026-11-21T17:04:05Z')),
    evidence: orNull(said('What the cloud answered, such as an etag or a request id.', 'etag BwXh2c')),
    failure: orNull(failure),
    residue: orNull(residue()),
  };
  return record(properties, Object.keys(properties), { description: 'What became of one change.' });
}

function measures(): Schema {
  const example = { ...MEASURE, cloud: 'gcp', status: 'applied', evidence: 'gk-acme-access-lockdown, read back', failure: null };
  const { description, examples, ...failure } = failed();
  const hint = orNull(said('What a person can do.', 'Run again'));
  const properties = {
    kind: measured,
    cloud: where['cloud'] ?? {},
    member: holder,
    status: choice(words('What became of it.', 'applied'), 'applied', 'already-so', 'unverified', 'failed', 'skipped'),
    evidence: orNull(said('What the cloud answered, and what a second look showed.', 'gk-acme-access-lockdown, read back')),
    failure: orNull({ description, examples, ...failure, properties: { ...(failure['properties'] as Record<string, Schema>), hint } }),
  };
  return list(
    record(properties, Object.keys(properties), words('One measure.', example)),
    words('What was done to lock out and let in again; left out where there was nothing to do.', [example]),
  );
}

/** `apply --json` */
export function applySchema(): Schema {
  const example = { status: 'applied', change: CHANGE, at: '2026-11-21T17:04:05Z', evidence: 'etag BwXh2c', failure: null, residue: null };
  const outcomes = list({ $ref: '#/$defs/outcome' }, words('One for each change of the plan, in order.', [example]));
  const properties = { ...planned(), outcomes, measures: measures(), ledger: ledger() };
  const required = Object.keys(properties).filter((key) => key !== 'ledger' && key !== 'measures');
  const body = record(properties, required, { description: 'What `apply --json` prints.' });
  return document('apply', 'A plan and what became of it', body, { ...parts, outcome: outcome() });
}

/** `validate --json` */
export function findingsSchema(): Schema {
  const example = { code: 'GK1204', severity: 'error', message: 'not an instant', file: 'grants/payments/x.yaml', line: 7, column: 12 };
  const finding = record(
    {
      code: said('What kind of finding, from the table of findings.', 'GK1204'),
      severity: choice(words('How grave.', 'error'), 'error', 'warning', 'notice'),
      message: said('What is wrong.', 'not an instant'),
      hint: said('What to do.', 'Write the moment in UTC'),
      file: said('The path from the root of the repository.', 'grants/payments/2026-11-21-ada-debug.yaml'),
      line: integer(words('From 1.', 7), 1),
      column: integer(words('From 1, in UTF-16 code units.', 12), 1),
      endLine: integer(words('From 1.', 7), 1),
      endColumn: integer(words('Just behind the last character.', 26), 1),
    },
    ['code', 'severity', 'message'],
    { description: 'What a person can mend.' },
  );
  const findings = list({ $ref: '#/$defs/finding' }, words('By file, then place.', [example]));
  const body = record({ findings }, ['findings'], { description: 'What `validate --json` prints.' });
  return document('findings', 'Findings', body, { finding });
}

/** One line of the branch grantkeeper/ledger. */
export function ledgerEntrySchema(): Schema {
  const kinds = ['asked', 'approved', 'granted', 'verified', 'ended', 'recalled', 'lifted', 'refused', 'spent', 'heartbeat'];
  const body = record(
    {
      seq: integer(words('From 1, without gaps.', 1), 1),
      prev: shape('digest', words('The hash of the line before; of nothing, for the first: sha256 of the empty text.', DIGEST)),
      at: shape('instant', words('When it happened.', '2026-11-21T17:04:05Z')),
      run: said('The run that wrote it.', '1234567890/1'),
      kind: choice(words('What happened.', 'granted'), ...kinds),
      grant,
      ...access,
      member: said('Who holds it, in the spelling of the cloud.', 'user:ben@example.com'),
      access: shape('digest', words('Stands for cloud, scope, role and holder by their ids: lines about one binding share it.', DIGEST)),
      condition: said('The own condition, where there is one.', 'resource.name.startsWith("x")'),
      until: shape('instant', words('The end that was written, or that it had when it was taken away.', '2026-11-21T21:03:00Z')),
      because: { ...because, ...words('Why it was written, or ended.', 'lapsed') },
      requestedBy: said('Who asked.', 'ada'),
      approvedBy: list(said('A name or login.', 'bo'), words('Who approved.', ['bo']), { uniqueItems: true }),
      commit: said('The commit that asks for it.', COMMIT),
      request: integer(words('The number of the pull request.', 412), 1),
      file: said('The file that says so.', 'recalls/gil.yaml'),
      evidence: said('What the cloud answered, such as an etag or a request id.', 'etag BwXh2c'),
      reason: said('Why, in words.', 'Laptop stolen'),
      carried: {
        type: 'boolean',
        ...words('True where a line of an earlier month is said again, so that one month tells all that stands.', true),
      },
      hash: shape('digest', words('Over this line without its hash, keys in order.', DIGEST)),
    },
    ['seq', 'prev', 'at', 'run', 'kind', 'hash'],
    { description: 'One line of the ledger. Each carries the hash of the one before.' },
  );
  return document('ledger-entry', 'One line of the ledger', body, shapes);
}
