import { azure } from './azure/cloud.ts';
import { gcp } from './gcp/cloud.ts';
import type { Cloud } from './provider.ts';

/** Every cloud, by the name that files use. A further one is a folder here and a line below. */
export const clouds = { gcp, azure } satisfies Readonly<Record<string, Cloud>>;
