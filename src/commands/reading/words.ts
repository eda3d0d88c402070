import { memberKey, scopeKey } from '../../domain/access.ts';
import { bindingOf } from '../../domain/change.ts';
import type { Control } from '../../domain/policy.ts';
import { placeOver } from '../../reconcile/place.ts';
import type { EndsBy } from '../../report/plan-json.ts';
import type { PlanWords } from '../../report/plan-words.ts';
import type { Context } from '../context.ts';
import type { Situation } from './situation.ts';

/** How the plan of a situation is put into words. */
export function wordsOf(situation: Situation, context: Pick<Context, 'clouds' | 'verbose' | 'width'>): PlanWords {
  const { basis, control, clouds } = situation;
  const teamOf = (grant: string) => {
    const timeline = basis.timelines.get(grant);
    const body = timeline?.tip.body;
    return timeline?.standing?.grant.team ?? (body?.kind === 'grant' ? body.grant.team : undefined);
  };
  return {
    zone: (grant) => control.teams.get(teamOf(grant) ?? '')?.zone ?? 'UTC',
    approval: (grant) => approvalText(basis.timelines.get(grant)?.standing),
    where: (binding) => {
      const place = placeOver(binding.scope, control, clouds)?.place;
      const isPlace = place !== undefined && clouds.get(binding.scope.cloud)?.scope(place.scopes.get(binding.scope.cloud) ?? '');
      const exact = isPlace !== undefined && isPlace !== false && isPlace.ok && isPlace.value.key === binding.scope.key;
      return `${exact ? place?.name : binding.scope.path} ${binding.scope.cloud}`;
    },
    endsBy: endsBy(context, situation),
    nameOf: (binding) => situation.planned.context.names.get(memberKey(binding.scope.cloud, binding.member)),
    verbose: context.verbose,
    next: true,
    home: homeZone(control),
    ...(context.width === undefined ? {} : { width: context.width }),
  };
}

/** Who ends access: what the reader of the cloud says of the very change, else what is so for the whole cloud. */
export function endsBy(context: Pick<Context, 'clouds'>, situation?: Pick<Situation, 'readers' | 'survey'>): EndsBy {
  return (cloud, change) => {
    const reading = change === undefined ? undefined : situation?.survey.readings.get(scopeKey(bindingOf(change).scope));
    const own = change === undefined || reading === undefined ? undefined : situation?.readers.get(cloud)?.endsBy?.(reading, change);
    return own ?? (context.clouds[cloud]?.syntax.capabilities.nativeExpiry.can === true ? 'cloud' : 'run');
  };
}

function approvalText(standing: { readonly by: readonly string[]; readonly request?: number } | undefined): string {
  if (standing === undefined || standing.by.length === 0) return '';
  return `${standing.request === undefined ? '' : `#${standing.request}, `}${standing.by.join(', ')}`;
}

/** The zone that most teams share; UTC where they differ. */
function homeZone(control: Control): string {
  const zones = new Set([...control.teams.values()].map((team) => team.zone));
  const [only] = zones;
  return zones.size === 1 && only !== undefined ? only : 'UTC';
}
