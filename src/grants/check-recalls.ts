import type { CloudSyntax } from '../domain/cloud.ts';
import type { Directory } from '../domain/directory.ts';
import type { Finding } from '../domain/finding.ts';
import type { Recall } from '../domain/recall.ts';
import { unknownName } from './names.ts';
import { isIdentity } from './read-recall.ts';

/** Recalls of somebody whom neither policy/people knows nor a cloud could. */
export function checkRecalls(recalls: readonly Recall[], directory: Directory, clouds: readonly CloudSyntax[]): Finding[] {
  const strangers = recalls.filter(({ principal }) => !directory.has(principal) && !isIdentity(principal, clouds));
  return strangers.map(({ principal, source }) => unknownName(directory, principal, source, '/principal'));
}
