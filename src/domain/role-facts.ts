import type { Role } from './access.ts';
import type { Failure } from './outcome.ts';

/** What a role is and lets its holder do, judged from its permissions and not from its name. */
export type RoleFacts =
  | { readonly ok: true; readonly role: Role; readonly privileged: boolean; readonly reasons: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly hint?: string; readonly failure?: Failure };
