import type { ForgeSettings, TokenKind } from '../../forge/settings.ts';
import type { Check } from '../../report/doctor.ts';
import { fail, type Finding, judged, pass, type Question, unknown } from './check.ts';

const QUESTION: Question = {
  id: 'token',
  family: 'tokens for GitHub',
  wanted: 'workflows act with a token of their own or of an app',
  fix: "Use the workflow's own token, or one of an app for this repository alone.",
  right: 'the right to name itself',
};

/** What the token of this run is. One of a person at a desk says nothing about that of the workflows. */
export function tokenChecks({ token, login }: Pick<ForgeSettings, 'token' | 'login'>): readonly Check[] {
  return [judged(QUESTION, login, (name) => tokenFinding(token, name))];
}

function tokenFinding(kind: TokenKind, login: string): Finding {
  if (kind === 'app') return pass(appText(login));
  if (kind === 'classic') return fail(`a classic personal token of ${login}: it reaches everything that ${login} can`);
  const words = kind === 'unknown' ? 'a token of a form that we do not know' : 'a token of a person';
  return unknown(`${words}, which acts as ${login}`, 'Run doctor as a step of the workflows, too: this token is not theirs.');
}

function appText(login: string): string {
  return login === 'github-actions[bot]'
    ? "the workflow's own token; a run on its pull requests waits for a click, which one of an app avoids"
    : `the token of the app ${login}`;
}
