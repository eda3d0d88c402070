import type { CombinationPart, Permission } from '../domain/permission.ts';

/** A way to act as somebody else that takes several permissions, which several roles may bring. */
export interface Combination {
  readonly name: string;
  /** What each permission must be; all are needed. */
  readonly parts: readonly ((permission: Permission) => boolean)[];
  /** `near`: all parts in one project, subscription or what lies below; `anywhere`: in the whole of the cloud. */
  readonly reach: CombinationPart['reach'];
  /** For people, read after the permissions: `together they run code as …`. */
  readonly reason: string;
  /** Where it is published. */
  readonly source: string;
}

/** What a role brings to combinations: of each part the first of its permissions that is one. */
export function partsOf(permissions: readonly Permission[], combinations: readonly Combination[]): readonly CombinationPart[] {
  return combinations.flatMap(({ name, parts, reach, reason }) =>
    parts.flatMap((isPart, at): readonly CombinationPart[] => {
      const found = permissions.find(isPart);
      return found === undefined ? [] : [{ combination: name, part: at, of: parts.length, permission: found.name, reach, reason }];
    }),
  );
}
