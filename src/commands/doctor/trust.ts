import type { ClaimTest, Trust } from '../../domain/trust.ts';
import type { EnvironmentSettings, ForgeSettings, Home } from '../../forge/settings.ts';
import type { Trusted } from '../../providers/provider.ts';
import type { Check } from '../../report/doctor.ts';
import { checkOf, fail, type Finding, notTold, pass, type Question, unknown } from './check.ts';
import { isImmutable } from './subject.ts';

/** What one cloud tells of its trust in the tokens of workflows. */
export interface CloudTrust {
  readonly title: string;
  readonly trusted: Trusted;
}

type Settings = Pick<ForgeSettings, 'home' | 'environments' | 'subject'>;

/** GitHub docs: OpenID Connect reference; behind it the slug of an enterprise that has an issuer of its own. */
const ISSUER = 'https://token.actions.githubusercontent.com';
/** The same of a GitHub Enterprise Server. */
const SERVER = /^https:\/\/[\w.-]+\/_services\/token$/;

/** Whoever a cloud lets in acts as this tool, so it is to be this repository alone, and there what was merged alone. */
export function trustChecks({ title, trusted }: CloudTrust, settings: Settings): readonly Check[] {
  const question: Question = {
    id: 'oidc-trust',
    family: 'tokens for clouds',
    wanted: `${title} lets in the default branch or a guarded environment of this repository, and nobody else`,
    fix: 'Ask for the subject to the letter, as the check of the subject prints it, or for repository_id together with ref.',
    right: 'iam.workloadIdentityPoolProviders.get on Google Cloud, Application.Read.All on Microsoft Graph',
  };
  if (!trusted.ok) return [checkOf(question, trusted.source, notTold(trusted.failure, question))];
  return trusted.trusts.map((trust) => checkOf(question, trust.source, told(trust, findingOf(trust, settings))));
}

function told({ name }: Trust, finding: Finding): Finding {
  return { ...finding, found: `${name}: ${finding.found}` };
}

function findingOf({ issuer, strayAudiences, ways }: Trust, settings: Settings): Finding {
  if (SERVER.test(issuer)) return unknown(`${issuer} issues the tokens`, 'See that it is your GitHub Enterprise Server.');
  if (issuer !== ISSUER && !issuer.startsWith(`${ISSUER}/`))
    return fail(`tokens of ${issuer} are let in`, 'Take it away, if it is not yours.');
  const [audience] = strayAudiences;
  if (audience !== undefined) return fail(`a token that was made for ${audience} is let in`, 'Take no audience but the one of this cloud.');
  if (typeof ways === 'string') return unknown(`what it asks for cannot be judged: ${ways}`, ASK_PLAINLY);
  const home = settings.home.answer.ok ? settings.home.answer.value : undefined;
  if (home === undefined) return unknown('nobody told which repository this is', 'Run doctor again when GitHub answers.');
  const judged = ways.map((way) => judgedWay(way, { ...settings, home }));
  return judged.find(({ verdict }) => verdict === 'fail') ?? judged.find(({ verdict }) => verdict === 'unknown') ?? pass(PASSED);
}

const PASSED = 'this repository alone is let in, from its default branch or a guarded environment';
const ASK_PLAINLY = 'Ask with == and in alone, for texts to the letter.';

interface Place extends Omit<Settings, 'home'> {
  readonly home: Home;
}

/** `bound` where a test holds all others off; else who gets in. Undefined where a test says nothing of the matter. */
type Bound = 'bound' | Finding | undefined;

function judgedWay(way: readonly ClaimTest[], place: Place): Finding {
  const repository = together(way.map((test) => repositoryOf(test, place))) ?? fail('every repository on GitHub is let in');
  if (repository !== 'bound') return repository;
  const context =
    together(way.map((test) => contextOf(test, place))) ?? fail('every branch and every pull request of this repository is let in');
  return context === 'bound' ? pass(PASSED) : context;
}

/** All tests must hold, so one that binds is enough. */
function together(all: readonly Bound[]): Bound {
  return all.includes('bound') ? 'bound' : all.find((one) => one !== undefined);
}

function each(values: readonly string[], judge: (value: string) => Exclude<Bound, undefined>): Bound {
  return values.map(judge).find((one) => one !== 'bound') ?? 'bound';
}

function repositoryOf({ claim, how, values }: ClaimTest, { home, subject }: Place): Bound {
  const own = `${home.owner}/${home.name}`;
  const listed = values.join(', ');
  if (claim === 'repository_owner' || claim === 'repository_owner_id') return fail(`every repository of ${listed} is let in`);
  if (!['sub', 'repository', 'repository_id', 'workflow_ref'].includes(claim)) return undefined;
  if (how === 'matches') return fail(`${claim} is held to the pattern ${listed}, which other repositories can fit`);
  if (claim === 'repository_id') return each(values, (id) => (how === 'is' && id === String(home.id) ? 'bound' : another(id)));
  if (claim === 'sub') return each(values, (value) => subjectOf(value, how, home, subject));
  const name = claim === 'repository' ? listed : listed.split('/.github/')[0];
  if (name !== own || how !== 'is') return another(listed);
  return fail(`whoever takes the name ${own} over is let in: a name can be given up and taken by others`, 'Ask for repository_id too.');
}

function another(what: string): Finding {
  return fail(`${what} is another repository, or more than one`);
}

const SUBJECT = /^repo:([\w.-]+)(?:@(\d+))?\/([\w.-]+)(?:@(\d+))?:(.+)$/;

function subjectOf(value: string, how: ClaimTest['how'], home: Home, form: Settings['subject']): Exclude<Bound, undefined> {
  const [, owner, ownerId, name, id] = SUBJECT.exec(how === 'begins' ? `${value}…` : value) ?? [];
  if (owner === undefined) return another(value);
  if (owner.toLowerCase() !== home.owner.toLowerCase() || name?.toLowerCase() !== home.name.toLowerCase()) return another(value);
  const named = ownerId === undefined && id === undefined;
  if (!named && (ownerId !== String(home.ownerId) || id !== String(home.id))) return another(value);
  const immutable = form.answer.ok ? isImmutable(form.answer.value, home) : undefined;
  if (immutable === undefined || immutable !== named) return 'bound';
  return fail(
    `no token of this repository has the subject ${value}: it carries ${named ? 'no ids' : 'ids'}`,
    'Write the form that is printed with the subject.',
  );
}

function contextOf({ claim, how, values }: ClaimTest, place: Place): Bound {
  const { home } = place;
  if (claim === 'environment' && how === 'is') return each(values, (name) => environmentOf(name, place));
  const refs = refsIn(claim, values);
  if (refs === undefined) return undefined;
  if (how !== 'is') return fail(`every branch, tag or environment is let in that fits ${values.join(', ')}`);
  return each(refs, (context) => {
    const [, environment] = /^environment:(.+)$/.exec(context) ?? [];
    if (environment !== undefined) return environmentOf(environment, place);
    if (context === `ref:refs/heads/${home.defaultBranch}`) return 'bound';
    return fail(context === 'pull_request' ? 'every pull request is let in' : `${context} is let in, which is not the default branch`);
  });
}

/** What stands behind the repository in a subject, or the same of other claims. */
function refsIn(claim: string, values: readonly string[]): readonly string[] | undefined {
  if (claim === 'sub') return values.map((value) => SUBJECT.exec(value)?.[5] ?? value);
  if (claim === 'ref') return values.map((value) => `ref:${value}`);
  return /^(job_)?workflow_ref$/.test(claim) ? values.map((value) => `ref:${value.split('@')[1] ?? ''}`) : undefined;
}

/** A workflow on any branch may name an environment, and makes it by that: only its own rules hold it off. */
function environmentOf(name: string, { environments, home }: Place): Exclude<Bound, undefined> {
  if (!environments.answer.ok)
    return unknown(`whether the environment ${name} is guarded is not known`, 'Run doctor with a token that has Actions: read.');
  const found = environments.answer.value.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found === undefined)
    return fail(
      `the environment ${name} is let in, which is not there: whoever writes a workflow makes it`,
      `Make it, and let it be used from ${home.defaultBranch} alone.`,
    );
  return guarded(found, home);
}

function guarded({ name, branches }: EnvironmentSettings, { defaultBranch }: Home): Exclude<Bound, undefined> {
  const fix = `Let the environment be used from ${defaultBranch} alone.`;
  if (branches === undefined) return fail(`the environment ${name} is let in, which any branch may use`, fix);
  if (branches === 'protected') return 'bound';
  if (!branches.answer.ok) return unknown(`from which branches the environment ${name} may be used is not known`, fix);
  const others = branches.answer.value.filter((one) => one !== defaultBranch);
  return others.length === 0 ? 'bound' : fail(`the environment ${name} is let in, which ${others.join(', ')} may use`, fix);
}
