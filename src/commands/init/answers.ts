import { NAME } from '../../domain/name.ts';
import type { Option, Options } from '../command.ts';
import type { Context } from '../context.ts';
import { UsageProblem } from '../usage.ts';

/** What a first repository is made from. */
export interface Answers {
  /** The first team; also the name of its place. */
  readonly team: string;
  /** Logins, at least two. */
  readonly approvers: readonly string[];
  readonly security: readonly string[];
  readonly stamp: string;
  /** What policy manages of each cloud, and the team's first place there. */
  readonly gcp: string | undefined;
  readonly azure: string | undefined;
  readonly tenant: string | undefined;
  readonly action: string;
  readonly environment: string | undefined;
}

export const OPTIONS: readonly Option[] = [
  { name: 'team', value: 'NAME', summary: 'The first team; it owns the folder grants/NAME/' },
  { name: 'approvers', value: 'LOGINS', summary: 'GitHub logins of those who approve for the team, at least two, with commas between' },
  { name: 'security', value: 'LOGINS', summary: 'GitHub logins of those who approve policy and workflows; the approvers when absent' },
  { name: 'stamp', value: 'NAME', summary: 'Marks every binding of this repository; NAME-access of the team when absent' },
  { name: 'gcp', value: 'SCOPE', summary: 'What is managed of Google Cloud, such as folders/77 or projects/payments-prod' },
  { name: 'azure', value: 'SCOPE', summary: 'What is managed of Azure, such as /subscriptions/…; needs --tenant' },
  { name: 'tenant', value: 'ID', summary: 'The tenant of Azure' },
  { name: 'action', value: 'OWNER/REPO@REF', summary: 'Where the actions come from: a whole commit id is safest' },
  { name: 'environment', value: 'NAME', summary: 'Let the grant job wait for this environment of GitHub' },
];

/** From the options; what is missing is asked for at a terminal, and is a mistake elsewhere. */
export async function answersFrom(options: Options, context: Pick<Context, 'ask'>): Promise<Answers> {
  const team = await needed(options, context, 'team', 'Name of the first team, such as payments');
  const approvers = logins(
    await needed(options, context, 'approvers', 'GitHub logins of its approvers, at least two, with commas between'),
  );
  const clouds = await cloudsFrom(options, context);
  const answers: Answers = {
    team,
    approvers,
    security: logins(textOf(options, 'security') ?? approvers.join(',')),
    stamp: textOf(options, 'stamp') ?? `${team}-access`,
    ...clouds,
    action: await needed(options, context, 'action', 'Where the actions come from: OWNER/REPOSITORY@COMMIT'),
    environment: textOf(options, 'environment'),
  };
  return checked(answers);
}

type Clouds = Pick<Answers, 'gcp' | 'azure' | 'tenant'>;

async function cloudsFrom(options: Options, context: Pick<Context, 'ask'>): Promise<Clouds> {
  const given = { gcp: textOf(options, 'gcp'), azure: textOf(options, 'azure') };
  const neither = given.gcp === undefined && given.azure === undefined;
  if (neither && context.ask === undefined) throw new UsageProblem('init needs --gcp or --azure: what this repository manages');
  const gcp = neither ? await asked(context, 'What to manage of Google Cloud, such as folders/77; nothing for none') : given.gcp;
  const azure = neither ? await asked(context, 'What to manage of Azure, such as /subscriptions/…; nothing for none') : given.azure;
  return { gcp, azure, tenant: azure === undefined ? undefined : await needed(options, context, 'tenant', 'The tenant of Azure') };
}

async function needed(options: Options, context: Pick<Context, 'ask'>, name: string, question: string): Promise<string> {
  const text = textOf(options, name) ?? (await asked(context, question));
  if (text === undefined) throw new UsageProblem(`init needs --${name}: ${OPTIONS.find((option) => option.name === name)?.summary ?? ''}`);
  return text;
}

async function asked({ ask }: Pick<Context, 'ask'>, question: string): Promise<string | undefined> {
  const answer = (await ask?.(question))?.trim();
  return answer === '' ? undefined : answer;
}

function textOf(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function logins(text: string): readonly string[] {
  return [...new Set(text.split(',').map((login) => login.trim().replace(/^@/, '')))].filter((login) => login !== '');
}

const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
/** What may stand in a workflow file without quotes, and names one version. */
const ACTION = /^[\w.-]+\/[\w.-]+@[\w./-]+$/;
const ENVIRONMENT = /^[A-Za-z0-9][\w-]*$/;

/** What the files themselves would not refuse, or only in words that name no option. */
function checked(answers: Answers): Answers {
  const { team, approvers, security, action, environment } = answers;
  if (!NAME.test(team)) throw new UsageProblem(`--team is a name in lower case, such as payments, not ${team}`);
  const stranger = [...approvers, ...security].find((login) => !LOGIN.test(login));
  if (stranger !== undefined) throw new UsageProblem(`${stranger} is no login of GitHub`);
  if (approvers.length < 2) throw new UsageProblem('--approvers names at least two: nobody approves what they ask for themselves');
  if (!ACTION.test(action)) throw new UsageProblem(`--action is OWNER/REPOSITORY@COMMIT, not ${action}`);
  if (environment !== undefined && !ENVIRONMENT.test(environment))
    throw new UsageProblem(`--environment is a name such as grants, not ${environment}`);
  return answers;
}
