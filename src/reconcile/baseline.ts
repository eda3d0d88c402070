import { bindingKey } from '../domain/access.ts';
import type { BaselineEntry } from '../domain/drift.ts';
import { compare } from '../domain/finding.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Hash } from './digest.ts';

/** What stands for one access in a baseline. What ends by itself is not what somebody then makes by hand, so its maker counts. */
export function accessKey(live: LiveBinding, hash: Hash): string {
  return `sha256:${hash([bindingKey(live.binding), makerOf(live) ?? ''].join('\n'))}`;
}

function makerOf({ origin, mark }: LiveBinding): string | undefined {
  return origin ?? (mark === undefined ? undefined : `stamp ${mark.stamp}`);
}

export function entryOf(live: LiveBinding, digest: string): BaselineEntry {
  const { scope, role, member, condition } = live.binding;
  const by = makerOf(live);
  return {
    cloud: scope.cloud,
    scope: scope.path,
    role: role.name,
    ...(role.name === role.id ? {} : { roleId: role.id }),
    member: member.shown,
    ...(condition === undefined ? {} : { condition }),
    ...(by === undefined ? {} : { by }),
    digest,
  };
}

/** One JSON object a line, in an order that does not depend on the run, so that a pull request shows what changed and no more. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const distinct = new Map(entries.map((entry) => [entry.digest, entry])).values();
  const lines = [...distinct].toSorted((a, b) => compare(orderOf(a), orderOf(b))).map((entry) => `${JSON.stringify(entry)}\n`);
  return lines.join('');
}

function orderOf({ cloud, scope, role, member, condition = '', digest }: BaselineEntry): string {
  return [cloud, scope, role, member, condition, digest].join('\n');
}

/** What a baseline says, and the numbers of lines that do not read: those count for nothing. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  readonly unreadable: readonly number[];
}

export function readBaseline(text: string): Baseline {
  const lines = text.split(/\r?\n/).map((line, at) => ({ number: at + 1, line, entry: line.trim() === '' ? undefined : readLine(line) }));
  return {
    entries: lines.flatMap(({ entry }) => entry ?? []),
    unreadable: lines.filter(({ line, entry }) => line.trim() !== '' && entry === undefined).map(({ number }) => number),
  };
}

function readLine(line: string): BaselineEntry | undefined {
  const { cloud, scope, role, roleId, member, condition, by, digest } = fieldsOf(line);
  if (cloud === undefined || scope === undefined || role === undefined || member === undefined) return undefined;
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined;
  const more = { ...(roleId === undefined ? {} : { roleId }), ...(condition === undefined ? {} : { condition }) };
  return { cloud, scope, role, member, ...more, ...(by === undefined ? {} : { by }), digest };
}

/** The texts among the values of a line; none where it is no object. */
function fieldsOf(line: string): Readonly<Record<string, string | undefined>> {
  try {
    const value: unknown = JSON.parse(line);
    const pairs = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return {}; // what is no JSON has no texts, and is named by its line
  }
}

/** Whether a line tells a reviewer what its digest stands for. A name of a role that cannot be looked up now is taken on trust; its id is not. */
export function tellsOf(entry: BaselineEntry, live: LiveBinding): boolean {
  const { role } = live.binding;
  const said = entryOf(live, entry.digest);
  return (
    entry.cloud === said.cloud &&
    sameText(entry.scope, said.scope) &&
    (entry.roleId ?? entry.role) === role.id &&
    (entry.roleId === undefined || [role.id, entry.role].includes(role.name)) &&
    sameText(entry.member, said.member) &&
    entry.condition === said.condition &&
    entry.by === said.by
  );
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
