import type { CloudSyntax } from '../../domain/cloud.ts';
import type { Context } from '../context.ts';

/** How each cloud writes its scopes, members and roles. It has a file of its own because `validate` needs no more of the clouds. */
export function syntaxesOf(context: Pick<Context, 'clouds'>): readonly CloudSyntax[] {
  return Object.values(context.clouds).map((cloud) => cloud.syntax);
}
