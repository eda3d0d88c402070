import type { DesiredBinding } from '../../domain/change.ts';
import type { Parsed } from '../../domain/cloud.ts';
import { formatInstant, type Instant, parseInstant } from '../../domain/instant.ts';
import type { Mark } from '../../domain/mark.ts';
import { isEnclosed } from './enclosed.ts';
import type { Condition } from './policy.ts';

/** No limit is documented for a condition's texts; we keep titles below 100 characters (by their form) and descriptions to 256. */
const LONGEST_DESCRIPTION = 256;

const TITLE = /^gk:([a-z0-9][a-z0-9-]{0,23}):([a-z0-9][a-z0-9-]{0,59})$/;
const S = String.raw`[ \t\n\f\r]*`;
const TIME = `request${S}\\.${S}time`;
const TIMESTAMP = `timestamp${S}\\(${S}(?:"([^"]*)"|'([^']*)')${S}\\)`;

const BEGIN = `${TIME}${S}>=${S}${TIMESTAMP}`;
const END = `${TIME}${S}<${S}${TIMESTAMP}`;
const OWN = `(?:&&${S}\\(([^]*)\\)${S})?`;

/** Ours, and how consoles and people respell it: single quotes, milliseconds, other spaces. */
const EXPRESSION = new RegExp(`^${S}(?:${BEGIN}${S}&&${S})?${END}${S}${OWN}$`);

/** The same with its times in brackets, together or each for itself, as JIT Access and printers of CEL write them. */
const TOGETHER = new RegExp(`^${S}\\(${S}(?:${BEGIN}${S}&&${S})?${END}${S}\\)${S}${OWN}$`);
const APART = new RegExp(`^${S}(?:\\(${S}${BEGIN}${S}\\)${S}&&${S})\\(${S}${END}${S}\\)${S}${OWN}$`);
const RESPELLED_INSTANT = /^([0-9-]{10}T[0-9:]{8})(?:\.0+)?(?:Z|[+-]00:00)$/;

/** What a condition says, once its mark is taken out. `own` is the requester's condition, or the whole of somebody else's. */
export interface MarkedCondition {
  readonly mark?: Mark;
  readonly own?: string;
}

/** The condition of a binding of ours, or why it cannot be written so that we read back what we wrote. */
export function conditionFor(desired: DesiredBinding, stamp: string): Parsed<Condition> {
  const condition: Condition = {
    title: `gk:${stamp}:${desired.grant}`,
    description: describe(desired),
    expression: expressionFor(desired.until, desired.starts, desired.binding.condition),
  };
  const { mark, own } = readCondition(condition);
  const same = mark?.stamp === stamp && mark.grant === desired.grant && mark.until === desired.until && mark.starts === desired.starts;
  if (!same || own !== desired.binding.condition) return unwritable(desired);
  return { ok: true, value: condition };
}

function unwritable(desired: DesiredBinding): Parsed<Condition> {
  const own = desired.binding.condition;
  if (own === undefined || isEnclosed(own))
    return { ok: false, problem: `the mark of ${desired.grant} does not read back as it is written` };
  return {
    ok: false,
    problem: `the condition of ${desired.grant} would get out of the brackets around it`,
    hint: 'write one boolean CEL expression on one line, without comments',
  };
}

/** The end, then the requester's own condition in brackets; the start before both, where there is one. */
export function expressionFor(until: Instant, starts?: Instant, own?: string): string {
  const begin = starts === undefined ? '' : `request.time >= timestamp("${formatInstant(starts)}") && `;
  const rest = own === undefined ? '' : ` && (${own})`;
  return `${begin}request.time < timestamp("${formatInstant(until)}")${rest}`;
}

/** Where the grant is written, for whoever reads the policy or its audit log; never read back. */
function describe({ file, commit }: DesiredBinding): string {
  return `${file} at ${commit}`.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_DESCRIPTION);
}

/** Under our title, anything but our own spelling or its kin is a mark without `until`: somebody changed it. */
export function readCondition(condition: Condition): MarkedCondition {
  const mark = readTitle(condition.title);
  if (mark === undefined) return { own: condition.expression };
  const read = readExpression(condition.expression);
  return read === undefined ? { mark, own: condition.expression } : { mark: { ...mark, ...read.span }, ...read.rest };
}

function readTitle(title = ''): Mark | undefined {
  const [, stamp, grant] = TITLE.exec(title) ?? [];
  return stamp === undefined || grant === undefined ? undefined : { stamp, grant };
}

interface Read {
  readonly span: { readonly until: Instant; readonly starts?: Instant };
  readonly rest: { readonly own?: string };
}

function readExpression(text: string): Read | undefined {
  // In this order: what we wrote ourselves is always read as it was written.
  const match = EXPRESSION.exec(text) ?? TOGETHER.exec(text) ?? APART.exec(text);
  if (match === null) return undefined;
  const [, startDouble, startSingle, endDouble, endSingle, own] = match;
  const written = startDouble ?? startSingle;
  const starts = written === undefined ? undefined : readInstant(written);
  const until = readInstant(endDouble ?? endSingle ?? '');
  if (until === undefined || (written !== undefined && starts === undefined)) return undefined;
  if (own !== undefined && !isEnclosed(own)) return undefined;
  return { span: { until, ...(starts === undefined ? {} : { starts }) }, rest: own === undefined ? {} : { own } };
}

function readInstant(text: string): Instant | undefined {
  const second = RESPELLED_INSTANT.exec(text)?.[1];
  return second === undefined ? undefined : parseInstant(`${second}Z`);
}
