import type { Scope } from '../../domain/access.ts';
import type { Parsed } from '../../domain/cloud.ts';
import { nearest } from '../../domain/nearest.ts';
import { type Form, FORMS, formOf, inProject, isName, projectOf } from './kind.ts';
import { UNFIT, type Unfit } from './unfit.ts';

/** Containers by number; projects by id (6 to 30 characters, an old one behind its domain) or by number (Resource Manager v3). */
const PROJECT = /^projects\/(?:(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]|[1-9]\d{0,18})$/;
const CONTAINER = /^(?:folders|organizations)\/[1-9]\d{0,18}$/;
/** Longer than any real one; it bounds the work on a wrong one. */
const LONGEST = 2000;

const WAYS = 'write projects/ID, projects/ID and what lies below it, folders/NUMBER or organizations/NUMBER';

type Refusal = Extract<Parsed<never>, { ok: false }>;

/** `projects/ID`, something below it that keeps conditions, `folders/NUMBER` or `organizations/NUMBER`. */
export function parseScope(text: string): Parsed<Scope> {
  if (text.length > LONGEST || /[^!-~]/.test(text))
    return refusal(`${JSON.stringify(text.slice(0, 80))} is no scope of Google Cloud`, WAYS);
  if (PROJECT.test(text) || CONTAINER.test(text)) return { ok: true, value: scopeOf(text) };
  const found = inProject(text);
  if (found === undefined || !PROJECT.test(found.project)) return refusal(`${text} is no scope of Google Cloud`, remedy(text));
  const { project, below } = found;
  if (formOf(below) === undefined) return unfit(project, below) ?? wrongBelow(project, below);
  return strangeAccount(project, below) ?? { ok: true, value: scopeOf(text) };
}

/** A project has an id and a number. Under both names its grants would be counted, read and written twice, so files write the id. */
export function writtenScope(text: string): Parsed<Scope> {
  const number = /^projects\/(\d+)(?=\/|$)/.exec(text)?.[1];
  const scope = parseScope(text);
  if (!scope.ok || number === undefined) return scope;
  const hint = `write the project's id, which gcloud projects describe ${number} --format='value(projectId)' tells`;
  return refusal(`projects/${number} is a project by its number`, hint);
}

function scopeOf(path: string): Scope {
  return { cloud: 'gcp', path, key: path };
}

function refusal(problem: string, hint: string): Refusal {
  return { ok: false, problem, hint };
}

/** Whether `inner` is `outer` or lies in it, as far as the text tells: folders and organizations show nothing of what is in them. */
export function covers(outer: Scope, inner: Scope): boolean {
  return inner.key === outer.key || (!isContainer(outer) && inner.key.startsWith(`${outer.key}/`));
}

export function isContainer({ key }: Scope): boolean {
  return !key.startsWith('projects/');
}

/** The scope itself and what its own text shows above it, up to its project: a key, its ring, the project. */
export function textualChain(scope: Scope): readonly Scope[] {
  const project = projectOf(scope);
  if (project === undefined) return [scope];
  const words = scope.path.split('/');
  const paths = words.map((_, at) => words.slice(0, words.length - at).join('/'));
  const things = paths.filter((path) => path.length > project.path.length && formOf(path.slice(project.path.length + 1)) !== undefined);
  return [...things.map(scopeOf), project];
}

function remedy(text: string): string {
  if (text.startsWith('//storage.googleapis.com/')) return 'write projects/ID/buckets/NAME, with the project that the bucket lies in';
  const full = /^\/\/[a-z.-]+\.googleapis\.com\/(projects\/.+|folders\/.+|organizations\/.+)$/.exec(text)?.[1];
  if (full !== undefined) return `leave the service out: ${full}`;
  const [word = '', ...rest] = text.split('/');
  const meant = nearest(word, ['projects', 'folders', 'organizations']);
  return meant === undefined || meant === word ? WAYS : `write ${[meant, ...rest].join('/')}`;
}

/** An account of a project says so in its address (IAM: "Service accounts overview"). */
function strangeAccount(project: string, below: string): Refusal | undefined {
  const home = /^serviceAccounts\/[^@]+@([^.]+)\.iam\.gserviceaccount\.com$/.exec(below)?.[1];
  if (home === undefined || project === `projects/${home}` || /^projects\/\d+$/.test(project)) return undefined;
  return refusal(`${below.slice(below.indexOf('/') + 1)} does not lie in ${project}`, `write projects/${home}/${below}`);
}

/** Kinds that cannot carry an end. */
function unfit(project: string, below: string): Refusal | undefined {
  const found = UNFIT.find(({ form }) => new RegExp(`^${form.replaceAll('NAME', '[^/]+')}$`).test(below));
  return found && refusal(`${project}/${below} cannot carry the end of a grant: ${found.why}`, wayOut(found, project, below));
}

function wayOut({ clause, all }: Unfit, project: string, below: string): string {
  if (clause === undefined) return `ask at ${project}, with the narrowest role and a short end: it reaches ${all} there`;
  const written = clause.replaceAll('PROJECT', project.slice('projects/'.length)).replaceAll('BELOW', below);
  return `ask at ${project} with condition: '${written}'`;
}

/** The likeliest of the forms, filled with the names that were written. */
function wrongBelow(project: string, below: string): Refusal {
  const words = below.split('/');
  const same = FORMS.find((form) => hasWordsOf(form, words));
  if (same !== undefined) {
    const wrong = words.find((word, at) => same.parts[at]?.test(word) === false);
    return refusal(`${JSON.stringify(wrong)} in ${below} is no name of this kind`, `write ${project}/${same.kind.form}`);
  }
  const meant = FORMS.find((form) => isNear(form, words)) ?? byOneWord(words);
  const hint =
    meant === undefined
      ? `below a project are ${FORMS.map(({ kind }) => kind.form).join(', ')}`
      : `write ${project}/${filled(meant, words)}`;
  return refusal(`${below} is no kind of thing that a grant can be asked at`, hint);
}

function hasWordsOf({ words }: Form, written: readonly string[]): boolean {
  return words.length === written.length && words.every((word, at) => isName(word) || word === written[at]);
}

/** Whether the fixed words of a form were most likely meant by the words at their places. */
function isNear({ words }: Form, written: readonly string[]): boolean {
  if (words.length !== written.length) return false;
  const there = words.map((word, at) => (isName(word) ? '' : (written[at] ?? '')));
  return nearest(there.join('/'), [words.map((word) => (isName(word) ? '' : word)).join('/')]) !== undefined;
}

/** The last known word tells what is meant where the path has another length. */
function byOneWord(written: readonly string[]): Form | undefined {
  const known = new Map(FORMS.map((form) => [form.words.findLast((word) => !isName(word)) ?? '', form]));
  const meant = written.map((word) => known.get(nearest(word, known.keys()) ?? '')).filter((form) => form !== undefined);
  // Of several, the one of whose other words the fewest are missing; of equals the innermost.
  return meant.toReversed().toSorted((a, b) => missingIn(a, written) - missingIn(b, written))[0];
}

function missingIn({ words }: Form, written: readonly string[]): number {
  return words.filter((word) => !isName(word) && nearest(word, written) === undefined).length;
}

function filled({ words }: Form, written: readonly string[]): string {
  return words.map((word, at) => (isName(word) && words.length === written.length ? (written[at] ?? word) : word)).join('/');
}
