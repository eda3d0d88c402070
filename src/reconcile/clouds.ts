import type { CloudName } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';

/** How each cloud of the registry writes its things. */
export type Clouds = ReadonlyMap<CloudName, CloudSyntax>;
