import type { CloudName } from './access.ts';
import type { Period } from './period.ts';
import type { Source } from './source.ts';
import type { Enforce } from './terms.ts';

/** One cloud role that a catalogue role stands for; `target` is `$place`, or `$place/…` for what lies below. */
export interface CatalogueAccess {
  readonly cloud: CloudName;
  readonly target: string;
  readonly role: string;
  readonly condition?: string;
}

/** policy/roles/<name>.yaml: a role on offer. */
export interface CatalogueRole {
  readonly name: string;
  readonly description: string;
  readonly maxDuration?: Period;
  /** True for roles that let their holder change access or act as others; such roles need more approvals. */
  readonly privileged: boolean;
  /** Names of people who must approve besides the team's. */
  readonly approvers: readonly string[];
  readonly access: readonly CatalogueAccess[];
  /** Who ends what it gives, where the cloud leaves the choice; absent: as policy says. */
  readonly enforce?: Enforce;
  readonly source: Source;
}
