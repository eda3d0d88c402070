import type { Scope } from '../../domain/access.ts';
import { CONTAINERS, KINDS, NAMES, type ResourceKind } from './kinds.ts';

/** A kind with what its form says, made ready once. */
export interface Form {
  readonly kind: ResourceKind;
  readonly words: readonly string[];
  /** What each word of a path must be. */
  readonly parts: readonly RegExp[];
}

export const FORMS: readonly Form[] = KINDS.map((kind) => {
  const words = kind.form.split('/');
  return { kind, words, parts: words.map((word) => new RegExp(`^(?:${isName(word) ? NAMES[word] : word})$`)) };
});

/** A word of a form that stands for a name. */
export function isName(word: string): boolean {
  return /^[A-Z]+$/.test(word);
}

/** A path as its project and what lies below it; undefined for what is not in a project. */
export function inProject(path: string): { readonly project: string; readonly below: string } | undefined {
  const [, project, below = ''] = /^(projects\/[^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  return project === undefined ? undefined : { project, below };
}

/** The form that a path below a project has. */
export function formOf(below: string): Form | undefined {
  const written = below.split('/');
  return FORMS.find(({ parts }) => parts.length === written.length && parts.every((part, at) => part.test(written[at] ?? '')));
}

/** What a scope is; every scope that was read by `parseScope` is something. */
export function kindOf({ path }: Scope): ResourceKind {
  const below = inProject(path)?.below ?? '';
  const found = below === '' ? CONTAINERS[path.slice(0, path.indexOf('/')) as keyof typeof CONTAINERS] : formOf(below)?.kind;
  if (found === undefined) throw new Error(`${path} is no scope of Google Cloud`);
  return found;
}

/** The names in the path of a scope, in the order of its kind's form. */
export function namesIn({ path }: Scope): readonly string[] {
  const below = inProject(path)?.below ?? '';
  return below.split('/').filter((_, at) => isName(formOf(below)?.words[at] ?? ''));
}

/** The project that a scope is or lies in; undefined for a folder or an organization. */
export function projectOf(scope: Scope): Scope | undefined {
  const found = inProject(scope.path);
  return found === undefined ? undefined : { ...scope, path: found.project, key: found.project };
}
