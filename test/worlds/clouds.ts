import { azureReader } from '../../src/providers/azure/reader.ts';
import { azureWriter } from '../../src/providers/azure/writer.ts';
import { gcpReader } from '../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../src/providers/gcp/writer.ts';
import type { Cloud } from '../../src/providers/provider.ts';
import { clouds as registered } from '../../src/providers/registry.ts';

/** The clouds of the registry with their modules loaded once for all worlds: the loader takes its time for what is there, too. */
export const clouds: Readonly<Record<string, Cloud>> = {
  gcp: {
    ...registered.gcp,
    reader: (access) => Promise.resolve(gcpReader(access)),
    writer: (access) => Promise.resolve(gcpWriter(access)),
  },
  azure: { ...registered.azure, reader: azureReader, writer: azureWriter },
};
