import type { Scope } from '../../domain/access.ts';
import type { Asked, Use } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** What lies below a closed scope is closed too, as far as the text tells, or what was asked of the cloud. */
export const deniedScope: Rule = {
  id: 'denied-scope',
  code: 'GK2119',
  severity: 'error',
  summary: 'Nothing is asked for at or below a scope that policy closes',
  key: '/deny/scopes',
  example: 'deny: { scopes: ["gcp:projects/platform-shared"] }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const { deny, source } = asked.control.policy;
  const closed = (deny.scopes ?? []).flatMap((text, index) => closedAt(asked, text, index));
  return asked.uses.flatMap((use) => {
    const over = closed.filter((one) => covers(asked, one.scope, use));
    return over.map(({ text, index }) => ({
      pointer: use.pointer,
      message: `${use.scope} lies at or below ${text}, which policy closes to grants`,
      hint: 'Ask for another place; deny.scopes of policy/policy.yaml closes this one',
      at: source.place(`/deny/scopes/${index}`),
    }));
  });
}

interface Closed {
  readonly text: string;
  readonly index: number;
  readonly scope: Scope;
}

/** A scope that cannot be read closes nothing; reading policy.yaml has refused it. */
function closedAt({ clouds }: Asked, text: string, index: number): readonly Closed[] {
  const cut = text.indexOf(':');
  const parsed = clouds.get(text.slice(0, cut))?.scope(text.slice(cut + 1));
  return parsed?.ok === true ? [{ text, index, scope: parsed.value }] : [];
}

function covers({ clouds }: Asked, outer: Scope, use: Use): boolean {
  const syntax = clouds.get(outer.cloud);
  const parsed = use.role?.cloud === outer.cloud ? syntax?.scope(use.scope) : undefined;
  const steps = use.above ?? (parsed?.ok === true ? [parsed.value] : []);
  return steps.some((step) => step.cloud === outer.cloud && syntax?.covers(outer, step) === true);
}
