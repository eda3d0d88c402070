import type { CloudName } from '../../domain/access.ts';
import type { Control } from '../../domain/policy.ts';
import type { CloudReader } from '../../providers/provider.ts';
import type { Context } from '../context.ts';

/** Readers of the clouds that policy speaks of. SDKs load here. */
export async function openReaders(context: Context, control: Control, reason: string): Promise<ReadonlyMap<CloudName, CloudReader>> {
  const named = Object.entries(context.clouds).filter(([name]) => control.policy.clouds.has(name));
  return new Map(
    await Promise.all(
      named.map(async ([name, cloud]) => [name, await cloud.reader(context.access(name, control.policy, reason))] as const),
    ),
  );
}
