import { Environment } from '@marcbachmann/cel-js';
import { matchesGlob } from '../domain/glob.ts';
import type { Instant } from '../domain/instant.ts';
import { type Asked, beginsAt, type HeldAccess, landsAt, lengthOf, type PastUse, type Use } from './asked.ts';
import { localTime } from './calendar.ts';
import { LISTS, typesOf, type VariableName, VARIABLES } from './cel-variables.ts';

const MAX_NODES = 500;

/** The variables and their types, and `text.like("INC-*")`: a glob over the whole text, since `matches` has no bound on its time. */
export function environment(): Environment {
  const made = new Environment({ limits: { maxAstNodes: MAX_NODES } });
  for (const [name, fields] of Object.entries(VARIABLES)) made.registerVariable({ name, schema: typesOf(fields) });
  for (const [name, { fields }] of Object.entries(LISTS)) {
    made.registerType({ name: `${name}.Entry`, fields: typesOf(fields) });
    made.registerVariable(name, `list<${name}.Entry>`);
  }
  return made.registerFunction('string.like(string): bool', (text: string, glob: string) => matchesGlob(glob, text));
}

export type Facts = Readonly<Record<VariableName, object>>;

/** The values of the variables for one use of a grant; worked out once for all rules. */
export function factsOf(asked: Asked, use: Use): Facts {
  const own = known.get(asked) ?? new Map<Use, Facts>();
  known.set(asked, own);
  const facts = own.get(use) ?? { ...wholeOf(asked, own), ...partOf(asked, use) };
  own.set(use, facts);
  return facts;
}

const known = new WeakMap<Asked, Map<Use, Facts>>();

type Whole = Pick<Facts, 'grant' | 'now' | 'held' | 'history'>;

/** What is the same for every use. */
function wholeOf(asked: Asked, others: ReadonlyMap<Use, Facts>): Whole {
  const [first] = others.values();
  if (first !== undefined) return { grant: first.grant, now: first.now, held: first.held, history: first.history };
  const { held, history, control, now } = asked;
  const zone = control.teams.get(asked.grant.team)?.zone ?? 'UTC';
  const { hour, weekend, weekday, date } = localTime(now, zone);
  return {
    grant: grantFacts(asked, zone),
    now: { hour: BigInt(hour), weekend, weekday, date },
    held: held.map((one) => heldFacts(one, now)),
    history: history.map((one) => pastFacts(one, now)),
  };
}

function grantFacts(asked: Asked, zone: string): object {
  const { grant } = asked;
  const { hour, weekend } = localTime(beginsAt(asked), zone);
  return {
    id: grant.id,
    team: grant.team,
    reason: grant.reason ?? '',
    ticket: grant.ticket ?? '',
    principals: grant.principals,
    requestedBy: grant.requestedBy ?? '',
    startsOnWeekend: weekend,
    durationMinutes: minutes(lengthOf(asked)),
    hour: BigInt(hour),
    scheduled: beginsAt(asked) > landsAt(asked),
  };
}

function partOf({ control }: Asked, use: Use): Omit<Facts, keyof Whole> {
  const principal = control.directory.get(use.principal);
  const catalogue = use.catalogueRole === undefined ? undefined : control.roles.get(use.catalogueRole);
  const { role, place, env, scope } = use;
  return {
    principal: {
      name: use.principal,
      kind: principal?.kind ?? '',
      person: principal?.person ?? '',
      members: BigInt(principal?.members.length ?? 0),
    },
    access: {
      role: use.catalogueRole ?? role?.text ?? '',
      cloud: role?.cloud ?? '',
      privileged: catalogue?.privileged === true || role?.privileged === true,
      scope,
    },
    role: {
      name: role?.text ?? '',
      inCatalogue: catalogue !== undefined,
      maxMinutes: minutes(catalogue?.maxDuration ?? 0),
      approvers: catalogue?.approvers ?? [],
    },
    place: { name: place?.name ?? '', env },
  };
}

function heldFacts({ principal, catalogueRole, from, until }: HeldAccess, now: Instant): object {
  const scheduled = from !== undefined && from > now;
  return { principal, role: catalogueRole ?? '', scheduled, minutesLeft: minutes(Math.max(0, until - now)) };
}

const DAY = 24 * 3600_000;

function pastFacts({ person, roleKey, from, to }: PastUse, now: Instant): object {
  return { person, role: roleKey, minutes: minutes(to - from), daysAgo: BigInt(Math.max(0, Math.floor((now - to) / DAY))) };
}

function minutes(ms: number): bigint {
  return BigInt(Math.ceil(ms / 60_000));
}
