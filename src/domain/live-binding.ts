import type { Binding } from './access.ts';
import type { Mark } from './mark.ts';

/** Why a binding is known to belong to somebody else's machinery. */
export type Origin = 'service-agent' | 'pim' | 'pam' | 'inherited' | 'jit';

/** A binding as found. `handle` is for its provider alone: enough to find this very binding again. */
export interface LiveBinding {
  readonly binding: Binding;
  readonly mark?: Mark;
  readonly conditional: boolean;
  readonly origin?: Origin;
  readonly handle: string;
}
