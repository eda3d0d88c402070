import type { Json } from './call.ts';
import type { ResourceName } from './resources.ts';
import type { GcpPolicy, GcpState } from './state.ts';

/** A write that is about to happen. */
export interface Write {
  readonly state: GcpState;
  readonly name: ResourceName;
  readonly stored: GcpPolicy;
  /** The request's policy as it came. */
  readonly sent: Json;
  /** What would be stored. */
  readonly next: GcpPolicy;
}
