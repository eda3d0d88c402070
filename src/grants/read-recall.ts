import type { MemberKind } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import { NAME } from '../domain/name.ts';
import type { Recall } from '../domain/recall.ts';
import { instantFrom, note, readChecked, settled, stemFrom } from './checked.ts';
import type { Read } from './read.ts';

/** recalls/<name>.yaml; `clouds` are all clouds of the schemas. */
export function readRecall(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<Recall> {
  const read = readChecked('recall', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { principal, since, reason, lockdown } = checked.value;
  if (!NAME.test(principal) && !isIdentity(principal, clouds)) {
    const hint = 'Write a name of policy/people, or the identity as the cloud spells it.';
    note(checked, '/principal', { code: 'GK1210', message: 'not a name and not an identity of any cloud', hint });
  }
  const recall = { name: stemFrom(checked), principal, since: instantFrom(checked, '/since', since), reason, source: checked.source };
  return settled(checked, lockdown === undefined ? recall : { ...recall, lockdown });
}

const KINDS: readonly MemberKind[] = ['user', 'group', 'service', 'other'];

/** Whether some cloud could know somebody by this text. */
export function isIdentity(text: string, clouds: readonly CloudSyntax[]): boolean {
  return clouds.some((cloud) => KINDS.some((kind) => cloud.member(text, kind).ok));
}
