import type { Member } from '../../domain/access.ts';
import type { Residue } from '../../domain/residue.ts';
import type { Readable } from '../provider.ts';

/** What the policy at hand gives the member besides: nothing more is asked for it, and what comes from above or by a group is not in it. */
export function residueIn({ live, scope }: Readable, member: Member): Residue {
  const held = live
    .filter(({ binding }) => binding.member.id === member.id)
    .map(({ binding, handle }) => ({ role: binding.role, scope, by: 'direct' as const, handle }));
  return { known: true, held, unseen: 'what comes from above or by a group was not asked for' };
}
