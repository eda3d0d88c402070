import { formatInstant, type Instant, wholeSecond } from '../../domain/instant.ts';
import { NAME } from '../../domain/name.ts';
import type { Control } from '../../domain/policy.ts';
import { isIdentity } from '../../grants/read-recall.ts';
import type { RecallState } from '../../reconcile/recalls.ts';
import { printable } from '../../report/printable.ts';
import type { Options } from '../command.ts';
import type { Context } from '../context.ts';
import { namesFor } from '../names-for.ts';
import type { Basis } from '../reading/basis.ts';
import { syntaxesOf } from '../reading/syntaxes.ts';

/** Whom a recall is about, and how far it goes. */
export interface Order {
  readonly principal: string;
  /** Of its recall file. */
  readonly stem: string;
  readonly since: Instant;
  readonly reason: string;
  readonly foreign: boolean;
  readonly lockdown: boolean;
}

/** What was asked for, as an order; as a text, what of it was not understood or not confirmed. */
export function orderedBy(principal: string, options: Options, basis: Basis, control: Control, context: Context): Order | string {
  const names = everMatched(basis.control.states, principal);
  if (names.length > 1) return `${printable(principal)} fits several: ${names.join(', ')}. Say which.`;
  if (names.length === 0 && !isIdentity(principal, syntaxesOf(context)))
    return `nobody is called ${printable(principal)}; a stranger is recalled by the raw identity, such as user:name@example.com`;
  const [foreign, lockdown] = [options['foreign'] === true, options['lockdown'] === true];
  if (foreign && options['confirm'] !== principal) return `--foreign takes what is not ours: confirm it with --confirm ${principal}`;
  if (lockdown && options['confirm'] !== principal) return `--lockdown keeps from what is not ours: confirm it with --confirm ${principal}`;
  if (lockdown && !hasLockdown(control))
    return 'policy has no lockdown: recall.lockdown below a cloud in policy/policy.yaml says where it stands';
  const name = names[0] ?? principal;
  const stem = freeStem(name, basis.recalls);
  return { principal: name, stem, since: wholeSecond(context.now), reason: textOf(options['reason']), foreign, lockdown };
}

/** Whom the newest control files that know the text mean by it: who was taken out of them may still hold what they were given. */
function everMatched(states: readonly Control[], text: string): readonly string[] {
  const found = states.toReversed().map(({ directory }) => namesFor(directory, text));
  return found.find((names) => names.length > 0) ?? [];
}

function hasLockdown({ policy }: Control): boolean {
  return [...policy.clouds.values()].some(({ recall: means }) => means?.lockdown !== undefined);
}

function textOf(value: Options[string]): string {
  return typeof value === 'string' && value.trim() !== '' ? value : 'Recalled by hand';
}

/** A file that recalls somebody else is not written over: that one would be free. */
function freeStem(principal: string, recalls: readonly RecallState[]): string {
  const stem = stemFor(principal);
  const isFree = (one: string) => recalls.every(({ name, standing, principal: other }) => name !== one || !standing || other === principal);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem.slice(0, 56)}-${number}`;
    if (isFree(name)) return name;
  }
}

function stemFor(principal: string): string {
  if (NAME.test(principal)) return principal;
  return principal
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

export function recallFile(order: Order): { readonly path: string; readonly text: string } {
  const text = `principal: ${JSON.stringify(order.principal)}\nsince: ${formatInstant(order.since)}\nreason: ${JSON.stringify(order.reason)}\n${order.lockdown ? 'lockdown: true\n' : ''}`;
  return { path: `recalls/${order.stem}.yaml`, text };
}
