import { type Instant, parseInstant } from '../../domain/instant.ts';
import type { ForgeSettings, Home, SubjectForm } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { fail, type Finding, judged, pass, type Question, unknown } from './check.ts';

const QUESTION: Question = {
  id: 'oidc-subject',
  family: 'tokens for clouds',
  wanted: 'the subject of tokens names the branch or the environment, in a form that is known',
  fix: 'Use the default template for the subject, or one with the claim context: without it every branch gets the same subject.',
  right: 'Actions: read',
};

/** Repositories made after that day have subjects with ids (GitHub docs: OpenID Connect reference, immutable subject claims). */
const IMMUTABLE_SINCE = parseInstant('2026-07-16T00:00:00Z') as Instant;

/** Claims that tell one branch or job from another. */
const TELLING: ReadonlySet<string> = new Set(['context', 'environment', 'ref', 'job_workflow_ref', 'workflow_ref', 'sub']);

/** What clouds must trust: the form of the subject, and the very conditions to write there. */
export function subjectChecks({ subject, home, environments }: Pick<ForgeSettings, 'subject' | 'home' | 'environments'>): readonly Check[] {
  const at = home.answer.ok ? home.answer.value : undefined;
  const check = judged(QUESTION, subject, (form) => formFinding(form, at));
  const custom = subject.answer.ok && !subject.answer.value.usesDefault;
  if (at === undefined || custom) return [check];
  const names = environments.answer.ok ? environments.answer.value.map((one) => one.name) : [];
  const immutable = subject.answer.ok ? isImmutable(subject.answer.value, at) : isImmutable(undefined, at);
  const forms = immutable === undefined ? [false, true] : [immutable];
  return [{ ...check, notes: trust(forms.flatMap((ids) => subjectsOf(at, names, ids))) }];
}

function formFinding(form: SubjectForm, home: Home | undefined): Finding {
  if (!form.usesDefault) return templateFinding(form.claims);
  const immutable = isImmutable(form, home);
  if (immutable === undefined)
    return unknown(
      'it may have been renamed or moved after 15 July 2026, which gives subjects ids',
      'Trust both forms below until a token has shown which one it is.',
    );
  return pass(immutable ? 'subjects carry the ids of owner and repository' : 'subjects carry names, without ids');
}

function templateFinding(claims: readonly string[]): Finding {
  const listed = claims.join(', ');
  return claims.some((claim) => TELLING.has(claim)) ? pass(`subjects are made of ${listed}`) : fail(`subjects are made of ${listed} alone`);
}

/** Undefined where neither the answer nor the age of the repository tells. */
export function isImmutable(form: SubjectForm | undefined, home: Home | undefined): boolean | undefined {
  if (form?.immutable !== undefined) return form.immutable;
  return home !== undefined && home.createdAt >= IMMUTABLE_SINCE ? true : undefined;
}

function subjectsOf({ owner, ownerId, name, id, defaultBranch }: Home, environments: readonly string[], ids: boolean): readonly string[] {
  const repository = ids ? `repo:${owner}@${ownerId}/${name}@${id}` : `repo:${owner}/${name}`;
  return [`ref:refs/heads/${defaultBranch}`, ...environments.map((one) => `environment:${one}`)].map(
    (context) => `${repository}:${context}`,
  );
}

/** Google Cloud takes a list in one condition, Azure one subject a credential. */
function trust(subjects: readonly string[]): readonly string[] {
  const list = subjects.map((subject) => `"${subject}"`).join(', ');
  const azure = subjects.map((subject) => `Azure, federated credential: subject ${subject}, audience api://AzureADTokenExchange`);
  return [`Google Cloud, attribute condition of the provider: assertion.sub in [${list}]`, ...azure];
}
