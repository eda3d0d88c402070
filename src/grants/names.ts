import type { Directory, Principal, PrincipalKind } from '../domain/directory.ts';
import type { Finding } from '../domain/finding.ts';
import type { Pointer, Source } from '../domain/source.ts';
import { mistake } from './codes.ts';
import { nearest } from '../domain/nearest.ts';

/** `Did you mean …?` for the nearest of the words that are there, else what to do. */
export function likely(text: string, words: Iterable<string>, otherwise: string): string {
  const right = nearest(text, words);
  return right === undefined ? otherwise : `Did you mean \`${right}\`?`;
}

/** What to say of a name that no file of policy/people has. */
export function unknownName(directory: Directory, name: string, source: Source, pointer: Pointer): Finding {
  const hint = likely(name, directory.keys(), 'Add it to a file of policy/people.');
  return mistake('GK1301', source.place(pointer), `nobody is called \`${name}\``, hint);
}

/** A name that is unknown. */
export function wrongIfUnknown(directory: Directory, name: string, source: Source, pointer: Pointer): Finding | undefined {
  return directory.has(name) ? undefined : unknownName(directory, name, source, pointer);
}

/** A name that is unknown, or of a kind that may not stand there. */
export function wrongName(
  directory: Directory,
  name: string,
  kinds: readonly PrincipalKind[],
  source: Source,
  pointer: Pointer,
): Finding | undefined {
  const kind = directory.get(name)?.kind;
  if (kind === undefined) return unknownName(directory, name, source, pointer);
  if (kinds.includes(kind)) return undefined;
  return mistake('GK1304', source.place(pointer), `\`${name}\` is ${A[kind]}`, `Name ${kinds.map((one) => A[one]).join(' or ')}.`);
}

const A: Readonly<Record<PrincipalKind, string>> = { person: 'a person', account: 'an account', group: 'a group', service: 'a service' };

/** Somebody who is to approve but is no person, or has no login to approve with. */
export function wrongApprover(directory: Directory, name: string, source: Source, pointer: Pointer): Finding | undefined {
  const wrong = wrongName(directory, name, ['person'], source, pointer);
  if (wrong !== undefined) return wrong;
  const { github, source: home, pointer: own } = directory.get(name) as Principal;
  if (github !== undefined) return undefined;
  const { file, line } = home.key(own);
  return mistake('GK1305', source.place(pointer), `\`${name}\` has no login to approve with`, `Add \`github:\` at ${file}:${line}.`);
}

/** All that a check finds over a list, in its order. */
export function overAll<T>(
  list: readonly T[],
  pointer: Pointer,
  check: (one: T, pointer: Pointer) => Finding | undefined,
): readonly Finding[] {
  return list.map((one, at) => check(one, `${pointer}/${at}`)).filter((one) => one !== undefined);
}
