import { memberKey, scopeKey } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { CombinationPart } from '../../domain/permission.ts';
import type { Control } from '../../domain/policy.ts';
import type { PoweredAccess } from '../../policy/asked.ts';
import type { CloudReader } from '../../providers/provider.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { namesByMember } from '../../reconcile/identities.ts';
import type { Context } from '../context.ts';

interface Sources {
  readonly control: Control;
  readonly clouds: Clouds;
  readonly readers: ReadonlyMap<string, CloudReader>;
  readonly context: Pick<Context, 'clouds'>;
}

/**
 * What bindings that are not ours bring to combinations, for everybody of policy/people. Published roles are known; its cloud is asked
 * about any other, and one that it does not tell of brings nothing.
 */
export async function standingPowers(live: readonly LiveBinding[], sources: Sources): Promise<readonly PoweredAccess[]> {
  const names = namesByMember(sources.control.directory, sources.clouds);
  const known = live.flatMap((one) => {
    const principal = names.get(memberKey(one.binding.scope.cloud, one.binding.member));
    return principal === undefined ? [] : [{ one, principal }];
  });
  const asked = new Map<string, Promise<readonly CombinationPart[]>>();
  const partsOf = ({ binding: { scope, role } }: LiveBinding) => {
    const key = `${scopeKey(scope)}\n${role.id}`;
    const parts = asked.get(key) ?? partsOfRole(scope, role.id, sources);
    asked.set(key, parts);
    return parts;
  };
  const powers = await Promise.all(
    known.map(async ({ one, principal }): Promise<PoweredAccess> => {
      const { scope, role } = one.binding;
      return { principal, role: `${role.name} by hand`, scope, parts: await partsOf(one) };
    }),
  );
  return powers.filter(({ parts }) => parts.length > 0);
}

async function partsOfRole(
  scope: LiveBinding['binding']['scope'],
  role: string,
  { context, readers }: Sources,
): Promise<readonly CombinationPart[]> {
  const table = await context.clouds[scope.cloud]?.permissions?.();
  const listed = table?.of(role);
  if (table !== undefined && listed !== undefined) return table.parts(listed);
  const facts = await readers.get(scope.cloud)?.role(scope, role);
  return facts?.ok === true ? (facts.parts ?? []) : [];
}
