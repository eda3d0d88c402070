import type { Refusal, Unread } from '../domain/plan.ts';
import { count } from './columns.ts';
import { printable } from './printable.ts';

/** Scopes that one reason kept from being read stand together, so that one missing sign-in is one paragraph. */
export function unreadText(unread: readonly Unread[]): readonly string[] {
  const groups = Map.groupBy(unread, ({ scope, message, hint }) => JSON.stringify([scope.cloud, message, hint]));
  return [...groups.values()].flatMap((group) => [
    ...group.slice(0, 1).flatMap((first) => reasonText(first, group.length)),
    ...(group.length === 1 ? [] : group.map((one) => `    ${printable(one.scope.path)}`)),
  ]);
}

function reasonText({ scope, message, hint }: Unread, scopes: number): readonly string[] {
  const what =
    scopes === 1
      ? `${printable(scope.path)} (${scope.cloud}) was not read, so nothing is decided about it`
      : `${count(scopes, 'scope')} (${scope.cloud}) were not read, so nothing is decided about them`;
  return [`x ${what}: ${printable(message)}`, ...remedyText(hint)];
}

/** What is refused and why; a remedy that fits several is said once, below the last of them. */
export function refusalsText(refusals: readonly Refusal[]): readonly string[] {
  const groups = Map.groupBy(refusals, (one) => JSON.stringify([one.code, one.hint, one.override]));
  return [...groups.values()].flatMap((group) => [
    ...group.map((one) => `x ${one.code}  ${printable(one.message)}`),
    ...group.slice(0, 1).flatMap(({ hint, override }) => [...remedyText(hint), ...fileText(override)]),
  ]);
}

function remedyText(hint: string | undefined): readonly string[] {
  return hint === undefined ? [] : [`  ${printable(hint)}`];
}

function fileText(file: Refusal['override']): readonly string[] {
  if (file === undefined) return [];
  return [
    `  ${printable(file.path)}:`,
    ...file.text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${printable(line)}`),
  ];
}
