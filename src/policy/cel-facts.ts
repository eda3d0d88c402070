import { Environment } from '@marcbachmann/cel-js';
import { matchesGlob } from '../domain/glob.ts';
import { type Asked, beginsAt, lengthOf, type Use } from './asked.ts';
import { localTime } from './calendar.ts';

/** What expressions of policy.yaml can speak of. Text that is not there is empty, so nothing is ever missing. */
export const VARIABLES = {
  /** `hour` (0 to 23) and `startsOnWeekend` are those of the begin, by the clock of the team; a grant without ticket has an empty one. */
  grant: {
    id: 'string',
    team: 'string',
    reason: 'string',
    ticket: 'string',
    principals: 'list<string>',
    startsOnWeekend: 'bool',
    /** From begin to end, grace included; begun minutes count. */
    durationMinutes: 'int',
    hour: 'int',
  },
  /** `kind` is person, account, group or service; `person` is the person of an account, and empty for groups and services. */
  principal: { name: 'string', kind: 'string', person: 'string' },
  /** `role` is the catalogue's, or the cloud's where none of the catalogue is asked for; `privileged` as the catalogue or its permissions say. */
  access: { role: 'string', cloud: 'string', privileged: 'bool' },
  /** Under no place the name is empty and the environment `none`. */
  place: { name: 'string', env: 'string' },
} as const;

const MAX_NODES = 500;

/** The variables and their types, and `text.like("INC-*")`: a glob over the whole text, since `matches` has no bound on its time. */
export function environment(): Environment {
  const made = new Environment({ limits: { maxAstNodes: MAX_NODES } });
  for (const [name, schema] of Object.entries(VARIABLES)) made.registerVariable({ name, schema });
  return made.registerFunction('string.like(string): bool', (text: string, glob: string) => matchesGlob(glob, text));
}

/** The values of the variables for one use of a grant. */
export function factsOf(asked: Asked, use: Use): Record<keyof typeof VARIABLES, Record<string, unknown>> {
  const { grant, control } = asked;
  const { hour, weekend } = localTime(beginsAt(asked), control.teams.get(grant.team)?.zone ?? 'UTC');
  const principal = control.directory.get(use.principal);
  const catalogue = use.catalogueRole === undefined ? undefined : control.roles.get(use.catalogueRole);
  return {
    grant: {
      id: grant.id,
      team: grant.team,
      reason: grant.reason ?? '',
      ticket: grant.ticket ?? '',
      principals: grant.principals,
      startsOnWeekend: weekend,
      durationMinutes: BigInt(Math.ceil(lengthOf(asked) / 60_000)),
      hour: BigInt(hour),
    },
    principal: { name: use.principal, kind: principal?.kind ?? '', person: principal?.person ?? '' },
    access: {
      role: use.catalogueRole ?? use.role?.text ?? '',
      cloud: use.role?.cloud ?? '',
      privileged: catalogue?.privileged === true || use.role?.privileged === true,
    },
    place: { name: use.place?.name ?? '', env: use.env },
  };
}
