import { stringify } from 'yaml';
import { formatInstant, later } from '../domain/instant.ts';
import { freeName } from '../domain/name.ts';
import { parsePeriod } from '../domain/period.ts';
import type { Control } from '../domain/policy.ts';
import { inert } from '../report/markdown.ts';
import type { Command, Option, Options } from './command.ts';
import type { Context } from './context.ts';
import { namesFor } from './names-for.ts';
import { type Desk, openDesk, propose, type Proposal } from './request-proposal.ts';
import { UsageProblem } from './usage.ts';

const OPTIONS: readonly Option[] = [
  { name: 'principal', value: 'WHO', summary: 'A name, login, mail address or object id', input: true },
  { name: 'role', value: 'NAME', summary: 'A role of policy/roles', input: true },
  { name: 'place', value: 'NAME', summary: 'A place of a team', input: true },
  { name: 'for', value: 'PERIOD', summary: 'For how long, from the merge, such as 4h', input: true },
  { name: 'reason', value: 'TEXT', summary: 'Why; it stands in the file', input: true },
  { name: 'ticket', value: 'ID', summary: 'The ticket, where policy wants one', input: true },
  { name: 'requested-by', value: 'WHO', summary: 'Who asks, where that is not the principal', input: true },
  { name: 'yes', summary: 'Do not ask; needed where nobody can be asked' },
];

export const request: Command = {
  name: 'request',
  summary: 'Ask for access: a few questions, a verdict, a pull request',
  options: OPTIONS,
  action: true,
  outputs: ['pull-request-number', 'pull-request-url'],
  async run(context, options) {
    const desk = await openDesk(context);
    if ('exit' in desk) return desk;
    return propose(await proposalOf(desk, options, context), options, context);
  },
};

/** How long, in milliseconds, a request may wait for its approval before its time begins to run out. */
const WAITING = 12 * 3600_000;
const HOUR = 3600_000;

async function proposalOf({ control, history }: Desk, options: Options, context: Context): Promise<Proposal> {
  const ask = answersFrom(options, context);
  const principal = nameOf(control, await ask('principal', 'Who needs access?', true, options['requested-by']));
  const role = oneOf('role', control.roles, await ask('role', `Which role? ${[...control.roles.keys()].join(', ')}`));
  const { team, place } = placeOf(control, await ask('place', `At which place? ${placesOf(control).join(', ')}`));
  const length = await ask('for', 'For how long, such as 4h?');
  const period = parsePeriod(length);
  if (period === undefined || period === 0) throw new UsageProblem(`--for takes a time such as 30m, 4h or 2d, not ${length}`);
  const { require } = control.policy.grants;
  const reason = await ask('reason', 'Why?', require.includes('reason'));
  const ticket = await ask('ticket', 'For which ticket?', require.includes('ticket'));
  const requestedBy = askerOf(control, principal, options['requested-by']);
  // Full hours read better, and a request waits until somebody approves it.
  const latest = later(context.now, period + WAITING);
  const expires = later(latest, HOUR - (latest % HOUR));
  const id = idFor(history, `${formatInstant(context.now).slice(0, 10)}-${principal}-${role}`);
  const texts = { ...(reason === '' ? {} : { reason }), ...(ticket === '' ? {} : { ticket }) };
  const grant = { principal, requestedBy, ...texts, access: [{ role, place }], duration: length, expires: formatInstant(expires) };
  const until = `for ${inert(length)} from the merge, at the latest until ${formatInstant(expires)}`;
  return {
    id,
    path: `grants/${team}/${id}.yaml`,
    text: stringify(grant, { lineWidth: 0 }),
    title: `Grant ${principal} ${role} at ${place}`,
    sentence: `${inert(principal)} needs ${inert(role)} at ${inert(place)} ${until}. Asked by ${inert(requestedBy)}.`,
  };
}

type Ask = (name: string, question: string, needed?: boolean, otherwise?: Options[string]) => Promise<string>;

/** An option, or an answer at a terminal; what must be said and is not is a mistake. */
function answersFrom(options: Options, { ask }: Context): Ask {
  return async (name, question, needed = true, otherwise) => {
    const said = [options[name], otherwise].find((one) => typeof one === 'string' && one.trim() !== '');
    const text = typeof said === 'string' ? said.trim() : needed && ask !== undefined ? (await ask(question)).trim() : '';
    if (text === '' && needed)
      throw new UsageProblem(`request needs --${name}: ${OPTIONS.find((one) => one.name === name)?.summary ?? ''}`);
    return text;
  };
}

function nameOf({ directory }: Control, text: string): string {
  const names = namesFor(directory, text);
  const [name] = names;
  if (name === undefined) throw new UsageProblem(`nobody of policy/people is called ${text}`);
  if (names.length > 1) throw new UsageProblem(`${text} fits several: ${names.join(', ')}. Say which.`);
  return name;
}

function oneOf(what: string, known: ReadonlyMap<string, unknown>, text: string): string {
  if (known.has(text)) return text;
  throw new UsageProblem(`there is no ${what} ${text}; there is ${[...known.keys()].join(', ')}`);
}

function placesOf({ teams }: Control): readonly string[] {
  return [...teams.values()].flatMap((team) => [...team.places.keys()]);
}

/** Places have one team each; its folder is where the file goes. */
function placeOf(control: Control, text: string): { readonly team: string; readonly place: string } {
  const team = [...control.teams.values()].find(({ places }) => places.has(text));
  if (team === undefined) throw new UsageProblem(`there is no place ${text}; there is ${placesOf(control).join(', ')}`);
  return { team: team.name, place: text };
}

/** The pull request may be opened by a bot, so the file says in whose name; a group or a service asks for nothing by itself. */
function askerOf(control: Control, principal: string, given: Options[string]): string {
  const name = typeof given === 'string' ? nameOf(control, given) : principal;
  const person = control.directory.get(name)?.person;
  if (person === undefined) throw new UsageProblem(`request needs --requested-by: ${name} is no person`);
  return person;
}

function idFor({ grants }: Desk['history'], wish: string): string {
  const id = wish.slice(0, 60);
  return grants.has(id) ? freeName(id, (name) => grants.has(name)) : id;
}
