type Field = readonly [type: 'string' | 'bool' | 'int' | 'list<string>', says: string];
type Fields = Readonly<Record<string, Field>>;

/** What expressions of policy.yaml can speak of, with types and meaning; the docs are made from it. What is not there is empty or 0. */
export const VARIABLES = {
  grant: {
    id: ['string', 'Its id'],
    team: ['string', 'The folder that it stands in'],
    reason: ['string', 'Why'],
    ticket: ['string', 'The ticket'],
    principals: ['list<string>', 'All names that it is for'],
    requestedBy: ['string', 'Who asks, where the file says so'],
    startsOnWeekend: ['bool', 'Whether it begins on a Saturday or Sunday, by the clock of the team'],
    durationMinutes: ['int', 'From begin to end, grace included; begun minutes count'],
    hour: ['int', 'The hour in which it begins, 0 to 23, by the clock of the team'],
    scheduled: ['bool', 'Whether it begins later than it lands'],
  },
  principal: {
    name: ['string', 'The name of policy/people'],
    kind: ['string', '`person`, `account`, `group` or `service`'],
    person: ['string', 'The person behind a person or an account'],
    members: ['int', 'How many members a group lists'],
  },
  access: {
    role: ['string', "The catalogue's role, or the cloud's where none of the catalogue is asked for"],
    cloud: ['string', 'The cloud'],
    privileged: ['bool', 'As the catalogue says, or its permissions'],
    scope: ['string', 'The scope, as people read it'],
  },
  role: {
    name: ['string', "The cloud's own role"],
    inCatalogue: ['bool', 'Whether it is asked for by a role of the catalogue'],
    maxMinutes: ['int', 'The longest time that the catalogue gives it for'],
    approvers: ['list<string>', 'Who must approve it besides'],
  },
  place: {
    name: ['string', 'The place; empty under no place'],
    env: ['string', 'Its environment; `none` under no place'],
  },
  now: {
    hour: ['int', 'The hour at the judgement, 0 to 23, by the clock of the team'],
    weekend: ['bool', 'Whether it is a Saturday or Sunday'],
    weekday: ['string', '`mon` to `sun`'],
    date: ['string', 'The day, such as `2026-11-23`'],
  },
} as const satisfies Readonly<Record<string, Fields>>;

/** Lists of records. At the proposal they are empty: then nothing is known of other grants. */
export const LISTS = {
  held: {
    says: 'What other live grants give the people behind this one, standing and scheduled',
    fields: {
      principal: ['string', 'Who holds it'],
      role: ['string', "The catalogue's role; empty for a role of a cloud"],
      scheduled: ['bool', 'Whether it is still to begin'],
      minutesLeft: ['int', 'How long it still lasts'],
    },
  },
  history: {
    says: 'What they held within 90 days, by whatever grant',
    fields: {
      person: ['string', 'Who held it'],
      role: ['string', "The cloud's role"],
      minutes: ['int', 'How long'],
      daysAgo: ['int', 'When it ended'],
    },
  },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly fields: Fields }>>;

export type VariableName = keyof typeof VARIABLES | keyof typeof LISTS;

export function typesOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, [type]]) => [name, type]));
}
