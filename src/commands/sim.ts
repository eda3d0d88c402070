import type { Answer } from '../forge/forge.ts';
import { type LocalRequest } from '../forge/local/view.ts';
import { git } from '../git/command.ts';
import { currentBranch, headCommit, isDirty, type Repository } from '../git/repository.ts';
import { fetchBranches, push } from '../git/transfer.ts';
import { columns } from '../report/columns.ts';
import { printable } from '../report/printable.ts';
import type { Command, Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { syntaxesOf } from './reading/syntaxes.ts';
import { beneficiaries } from './sim-benefits.ts';
import { loginOf } from './sim-people.ts';
import type { Simulation } from './simulation.ts';

export const sim: Command = {
  name: 'sim',
  summary: 'Serve the simulated clouds on loopback; `sim pr open|show|approve|merge|list` for the local forge',
  arguments: [
    { name: 'what', summary: 'Nothing, or `pr`', required: false },
    { name: 'action', summary: '`open`, `show`, `approve`, `reject`, `merge`, `list`', required: false },
    { name: 'number', summary: 'The request; the newest open one when absent', required: false },
  ],
  options: [
    { name: 'as', value: 'NAME', summary: 'Who acts: a name of policy/people, or a login' },
    { name: 'title', value: 'TEXT', summary: 'The title of a new request' },
    { name: 'port', value: 'PORT', summary: 'The first port to serve on; free ones when absent' },
  ],
  action: false,
  async run(context, options, [what, action, number]) {
    const { simulation } = context;
    if (simulation === undefined) return said('usage', 'sim works on simulated clouds only: say --simulate, or run it in a playground');
    if (what === undefined) return serveClouds(simulation, options, context);
    if (what !== 'pr') return said('usage', `sim knows pr, not ${printable(what)}`);
    return requestAction(context, simulation, options, action ?? 'list', number);
  },
};

async function serveClouds(simulation: Simulation, options: Options, context: Context): Promise<Report> {
  const first = Number(options['port'] ?? 0);
  if (!Number.isInteger(first) || first < 0 || first > 65_530) return said('usage', '--port takes a port number');
  const stop = new AbortController();
  const ports = first === 0 ? {} : { gcp: first, azure: first + 1 };
  const urls = await simulation.serve(ports, stop.signal);
  for (const [name, url] of Object.entries(urls)) context.say(`${name}  ${url}`);
  context.say('Serving on loopback only; Ctrl-C ends it.');
  while (!context.stopping()) await context.sleep(100);
  stop.abort();
  return { exit: exitCode('ok'), text: '', json: { urls } };
}

async function requestAction(
  context: Context,
  simulation: Simulation,
  options: Options,
  action: string,
  number: string | undefined,
): Promise<Report> {
  const { forge } = simulation;
  const repository = await context.repository();
  const as = typeof options['as'] === 'string' ? options['as'] : await ownName(repository);
  const login = await loginOf(as, forge, syntaxesOf(context));
  if (action === 'open') return openRequest(repository, simulation, login, options);
  const all = await forge.listRequests();
  if (!all.ok) return failed(all);
  if (action === 'list') return listed(all.value);
  const branch = await currentBranch(repository);
  const openOnes = all.value.filter((one) => one.state === 'open');
  const open = openOnes.find((one) => one.branch === branch) ?? openOnes.at(-1);
  const chosen = number === undefined ? open?.number : Number(number.replace(/^#/, ''));
  if (chosen === undefined || !Number.isInteger(chosen)) return said('usage', 'there is no open request');
  if (action === 'show') return shown(await forge.showRequest(chosen));
  if (action === 'approve' || action === 'reject')
    return reviewed(await forge.review(chosen, login, action === 'approve' ? 'approve' : 'request-changes'), action, login);
  if (action !== 'merge') return said('usage', `sim pr knows open, show, approve, reject, merge and list, not ${printable(action)}`);
  return merge(repository, simulation, chosen, login, context);
}

/** Who sits at the keyboard: the name that Git writes commits with here. */
async function ownName(repository: Repository): Promise<string> {
  return (await git(repository.root, 'config', '--get', 'user.name').catch(() => 'you')) || 'you';
}

async function openRequest(repository: Repository, simulation: Simulation, login: string, options: Options): Promise<Report> {
  const { forge } = simulation;
  const branch = await currentBranch(repository);
  if (branch === undefined || branch === forge.defaultBranch)
    return said('usage', `commit on a branch of its own first: git switch -c my-request`);
  const commit = await headCommit(repository);
  const subject = await git(repository.root, 'log', '-1', '--format=%s', '--end-of-options', commit);
  await push(repository, forge.repository.root, { commit, branch });
  const title = typeof options['title'] === 'string' ? options['title'] : subject;
  const opened = await forge.openRequest({ branch, author: login, title, body: '' });
  if (!opened.ok) return failed(opened);
  const text = `Request #${opened.value.number} by ${login}: ${printable(title)}\nNext: grantkeeper sim pr approve --as NAME\n`;
  return { exit: exitCode('ok'), text, json: { number: opened.value.number, author: login, branch } };
}

function listed(requests: readonly LocalRequest[]): Report {
  const rows = requests.map((one) => [`#${one.number}`, one.state, one.author, printable(one.title)]);
  const json = { requests: requests.map(({ number, state, author, title }) => ({ number, state, author, title })) };
  return { exit: exitCode('ok'), text: rows.length === 0 ? 'No request.\n' : `${columns(rows).join('\n')}\n`, json };
}

/** A request with all that was said on it, as the page of a forge has it. */
function shown(result: Answer<LocalRequest>): Report {
  if (!result.ok) return failed(result);
  const { number, state, author, title, labels = [], check, comments, head } = result.value;
  const checked =
    check === undefined || check.head !== head ? 'not checked at its last commit' : `${check.passed ? 'passed' : 'red'}: ${check.title}`;
  const text = [
    `#${number} ${printable(title)}   ${state}, by ${printable(author)}`,
    `check   ${printable(checked)}`,
    ...(labels.length === 0 ? [] : [`labels  ${labels.map(printable).join(', ')}`]),
    ...comments.flatMap(({ login, body }) => ['', `${printable(login)}:`, ...body.trimEnd().split('\n').map(printable)]),
    ...(check === undefined && state === 'open' ? ['', `Next: grantkeeper plan --pull-request ${number}`] : []),
  ].join('\n');
  const json = { number, state, author, title, labels, check: check ?? null, comments };
  return { exit: exitCode('ok'), text: `${text}\n`, json };
}

function reviewed(result: Answer<LocalRequest>, action: string, login: string): Report {
  if (!result.ok) return failed(result);
  const did = action === 'approve' ? 'approved' : 'asked for changes of';
  return {
    exit: exitCode('ok'),
    text: `${login} ${did} request #${result.value.number}.\nNext: grantkeeper sim pr merge\n`,
    json: { number: result.value.number, by: login, action },
  };
}

async function merge(repository: Repository, simulation: Simulation, number: number, login: string, context: Context): Promise<Report> {
  const { forge } = simulation;
  const merged = await forge.merge(number, login, beneficiaries(forge, syntaxesOf(context)));
  if (!merged.ok) return failed(merged);
  const followed = await follow(repository, simulation);
  const text = `Request #${number} is merged. ${followed}\nNext: grantkeeper plan\n`;
  return { exit: exitCode('ok'), text, json: { number, merged: true, by: login } };
}

/** A merge happens at the forge; the clone follows where that loses nothing. */
async function follow(repository: Repository, { forge }: Simulation): Promise<string> {
  await fetchBranches(repository, forge.repository.root);
  const branch = forge.defaultBranch;
  if (await isDirty(repository, ['.']))
    return `This folder has changes that are not committed, so it stays as it is: git switch ${branch} && git pull.`;
  try {
    await git(repository.root, 'switch', branch);
    await git(repository.root, 'merge', '--ff-only', `refs/remotes/origin/${branch}`);
    return `This folder is on ${branch} now.`;
  } catch {
    return `${branch} here has commits of its own, so it stays as it is.`;
  }
}

function failed(result: Extract<Answer<unknown>, { ok: false }>): Report {
  const { message, hint, kind } = result.failure;
  return {
    exit: exitCode(kind === 'transient' ? 'error' : 'refused'),
    text: `${printable(message)}${hint === undefined ? '' : `\n${printable(hint)}`}\n`,
    json: { failure: result.failure },
  };
}

function said(exit: 'usage' | 'error', message: string): Report {
  return { exit: exitCode(exit), text: `${message}\n`, json: { message } };
}
