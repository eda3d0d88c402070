import { noBucket, noRight } from './buckets.ts';
import type { GcpCall, Reply } from './call.ts';
import { query } from './call.ts';
import { may } from './caller.ts';
import { numberOf } from './resources.ts';
import { bucketNamed } from './things.ts';

/** buckets.get: where a bucket lies, and how access to it is decided. */
export function getBucket(call: GcpCall): Reply {
  const { bucket = '' } = call.path;
  const name = bucketNamed(call.state, bucket);
  if (name === undefined) return { error: noBucket() };
  if (!may(call, 'storage.buckets.get', name)) return { error: noRight(call, 'storage.buckets.get') };
  const shown = {
    kind: 'storage#bucket',
    id: bucket,
    name: bucket,
    projectNumber: numberOf(call.state, name),
    location: 'EU',
    iamConfiguration: { uniformBucketLevelAccess: { enabled: call.state.things?.[name]?.uniform !== false } },
  };
  const fields = query(call, 'fields')?.split(',');
  return { value: Object.fromEntries(Object.entries(shown).filter(([field]) => fields?.includes(field) !== false)) };
}
