import type { CloudSyntax } from '../domain/cloud.ts';
import type { RecallMeans } from '../domain/measure.ts';
import { parsePattern } from '../domain/pattern.ts';
import type { BreakGlass, CloudBounds, EnvironmentLimit, GrantLimits, Guard, Policy } from '../domain/policy.ts';
import { type Checked, note, periodFrom, readChecked, settled } from './checked.ts';
import { type Wrong, wrongScope } from './cloud-text.ts';
import type { Files } from './generated/types.ts';
import { askingFrom, hoursFrom, modesFrom, moreFrom } from './read-where.ts';
import type { Read } from './read.ts';

type File = Files['policy'];

/** policy/policy.yaml with the defaults of its schema filled in; `clouds` are all clouds of the schemas. */
export function readPolicy(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<Policy> {
  const read = readChecked('policy', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { value, source } = checked;
  const { stamp, formerStamps, security, separationOfDuties, rules, approval, unmanaged, notices, prune, heartbeat } = value;
  return settled(checked, {
    stamp,
    formerStamps,
    security,
    deny: denied(checked),
    separationOfDuties,
    hours: hoursFrom(checked),
    asking: askingFrom(value.asking),
    groups: value.groups,
    rules,
    modes: modesFrom(value.modes),
    approval: { ...approval, more: moreFrom(approval.more) },
    unmanaged,
    clouds: boundsFrom(checked),
    grants: grantLimits(checked),
    limits: value.limits.map(environmentLimit),
    guard: guardFrom(value.guard),
    notices: { before: notices.before.map(periodFrom), to: notices.to },
    prune: { after: periodFrom(prune.after) },
    ...(value.breakGlass === undefined ? {} : { breakGlass: breakGlassFrom(value.breakGlass) }),
    heartbeat: { maxAge: periodFrom(heartbeat.maxAge) },
    source,
  });
}

type Bounds = Omit<CloudBounds, 'reads' | 'recall'> & {
  readonly reads?: readonly string[];
  readonly recall?: Omit<RecallMeans, 'disables'> & { readonly disables?: boolean };
};

function boundsFrom(checked: Checked<'policy'>): ReadonlyMap<string, CloudBounds> {
  const found = new Map<string, CloudBounds>();
  for (const cloud of checked.clouds) {
    const bounds = (checked.value.clouds as Readonly<Record<string, Bounds>>)[cloud.name];
    if (bounds === undefined) continue;
    const { manages, reads = [], recall, ...more } = bounds;
    const { enforce, mayEnforce } = more;
    if (enforce !== undefined && mayEnforce?.includes(enforce) === false) note(checked, `/clouds/${cloud.name}/enforce`, FORBIDDEN);
    checkScopes(checked, cloud, 'manages', manages);
    checkScopes(checked, cloud, 'reads', reads);
    if (recall?.lockdown !== undefined) note(checked, `/clouds/${cloud.name}/recall/lockdown`, wrongScope(cloud, recall.lockdown));
    const means = recall === undefined ? {} : { recall: { ...recall, disables: recall.disables === true } };
    found.set(cloud.name, { ...more, manages, reads: reads.length === 0 ? manages : reads, ...means });
  }
  return found;
}

const FORBIDDEN: Wrong = {
  code: 'GK1227',
  message: '`enforce` says what `mayEnforce` leaves out',
  hint: 'Add it to `mayEnforce`, or let policy itself say one of those.',
};

function checkScopes(checked: Checked<'policy'>, cloud: CloudSyntax, key: string, scopes: readonly string[]): void {
  for (const [at, scope] of scopes.entries()) note(checked, `/clouds/${cloud.name}/${key}/${at}`, wrongScope(cloud, scope));
}

/** What is never granted. A scope that its cloud cannot read would close nothing. */
function denied(checked: Checked<'policy'>): Policy['deny'] {
  const { deny } = checked.value;
  for (const [at, text] of deny.scopes.entries()) {
    const cut = text.indexOf(':');
    const cloud = checked.clouds.find(({ name }) => name === text.slice(0, cut));
    if (cloud !== undefined) note(checked, `/deny/scopes/${at}`, wrongScope(cloud, text.slice(cut + 1)));
  }
  return deny;
}

function grantLimits(checked: Checked<'policy'>): GrantLimits {
  const { maxDuration, maxTotal, maxHorizon, maxGrace, require, ticketPattern } = checked.value.grants;
  if (ticketPattern !== undefined) checkPattern(checked, ticketPattern);
  return {
    maxDuration: periodFrom(maxDuration),
    maxTotal: periodFrom(maxTotal),
    maxHorizon: periodFrom(maxHorizon),
    maxGrace: periodFrom(maxGrace),
    require,
    ...(ticketPattern === undefined ? {} : { ticketPattern }),
  };
}

/** Whoever can write tickets must not be able to make a run hang. */
function checkPattern(checked: Checked<'policy'>, pattern: string): void {
  const parsed = parsePattern(pattern);
  if (parsed.ok) return;
  const hint = parsed.hint ?? 'Write a simpler one, such as INC-[0-9]+.';
  note(checked, '/grants/ticketPattern', { code: 'GK1212', message: parsed.problem, hint });
}

function environmentLimit({ env, maxDuration, deny = false }: File['limits'][number]): EnvironmentLimit {
  return { env, ...(maxDuration === undefined ? {} : { maxDuration: periodFrom(maxDuration) }), deny };
}

function guardFrom({ withdrawals, newGrants, protect }: File['guard']): Guard {
  return { withdrawals: { ...withdrawals, window: periodFrom(withdrawals.window) }, newGrants, protect };
}

function breakGlassFrom({ who, roles, maxDuration, reviewWithin }: NonNullable<File['breakGlass']>): BreakGlass {
  return { who, roles, maxDuration: periodFrom(maxDuration), reviewWithin: periodFrom(reviewWithin) };
}
