import type { Permission } from '../../domain/permission.ts';
import type { Permission as Block } from './escalation.ts';
import type { Pattern } from './wildcard.ts';

/** What a role gives, as Azure tells it: each block takes from itself alone what it leaves out. */
export function givenBy(blocks: readonly Block[]): readonly Permission[] {
  return blocks.flatMap(({ actions = [], notActions = [], dataActions = [], notDataActions = [] }) => [
    ...actions.map((name) => ({ name, ...without(notActions) })),
    ...dataActions.map((name) => ({ name, data: true as const, ...without(notDataActions) })),
  ]);
}

function without(except: readonly Pattern[]): Pick<Permission, 'except'> {
  return except.length === 0 ? {} : { except };
}
