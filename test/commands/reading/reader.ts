import type { Context } from '../../../src/commands/context.ts';
import type { Cloud, CloudReader } from '../../../src/providers/provider.ts';
import { clouds } from '../../../src/providers/registry.ts';

/** Google Cloud with another reader. */
export function withReader(change: (reader: CloudReader) => CloudReader): Pick<Context, 'clouds'> {
  const { gcp } = clouds;
  if (gcp === undefined) throw new Error('there is no Google Cloud');
  const reader: Cloud['reader'] = async (access) => change(await gcp.reader(access));
  return { clouds: { ...clouds, gcp: { ...gcp, reader } } };
}
