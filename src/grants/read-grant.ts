import type { CloudSyntax } from '../domain/cloud.ts';
import type { AccessEntry, Grant } from '../domain/grant.ts';
import type { Instant } from '../domain/instant.ts';
import { NAME } from '../domain/name.ts';
import { type Checked, instantFrom, note, periodFrom, readChecked, settled, stemFrom } from './checked.ts';
import { wrongCondition, wrongRole, wrongScope } from './cloud-text.ts';
import { termsFrom } from './read-terms.ts';
import type { Files } from './generated/types.ts';
import type { Read } from './read.ts';

type Entry = Files['grant']['access'][number];

/** grants/<team>/<id>.yaml; `clouds` are all clouds of the schemas. */
export function readGrant(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<Grant> {
  const read = readChecked('grant', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { value, source } = checked;
  const grant: Draft = {
    id: stemFrom(checked),
    team: file.split('/').at(-2) ?? '',
    principals: typeof value.principal === 'string' ? [value.principal] : value.principal,
    access: value.access.map((entry, at) => accessFrom(checked, entry, `/access/${at}`)),
    expires: instantFrom(checked, '/expires', value.expires),
    grace: periodFrom(value.grace),
    source,
  };
  addTexts(grant, value);
  if (value.duration !== undefined) grant.duration = periodFrom(value.duration);
  if (value.starts !== undefined) addStart(checked, grant, value.starts);
  return settled(checked, grant);
}

/** A grant in the making. */
type Draft = { -readonly [Key in keyof Grant]: Grant[Key] };

function addTexts(grant: Draft, { requestedBy, reason, ticket }: Files['grant']): void {
  if (requestedBy !== undefined) grant.requestedBy = requestedBy;
  if (reason !== undefined) grant.reason = reason;
  if (ticket !== undefined) grant.ticket = ticket;
}

function addStart(checked: Checked<'grant'>, grant: Draft, text: string): void {
  grant.starts = instantFrom(checked, '/starts', text);
  checkOrder(checked, grant.starts, grant.expires);
}

function checkOrder(checked: Checked<'grant'>, starts: Instant, expires: Instant): void {
  if (checked.findings.length > 0 || starts < expires) return;
  const hint = 'Move the end behind the start, or leave `starts` out.';
  note(checked, '/expires', { code: 'GK1207', message: 'the end does not lie after the start', hint });
}

function accessFrom(checked: Checked<'grant'>, entry: Entry, pointer: string): AccessEntry {
  if ('place' in entry)
    return {
      kind: 'catalogue',
      role: entry.role,
      places: typeof entry.place === 'string' ? [entry.place] : entry.place,
      ...termsFrom(checked, entry, pointer),
    };
  // The schema lets nothing else pass, and its clouds are those that are given.
  const cloud = checked.clouds.find((one) => one.name in entry) as CloudSyntax;
  const { role, condition } = entry;
  const target = (entry as unknown as Readonly<Record<string, string>>)[cloud.name] as string;
  checkTarget(checked, cloud, target, `${pointer}/${cloud.name}`);
  note(checked, `${pointer}/role`, wrongRole(cloud, role));
  const terms = termsFrom(checked, entry, pointer, cloud);
  if (condition === undefined) return { kind: 'cloud', cloud: cloud.name, target, role, ...terms };
  note(checked, `${pointer}/condition`, wrongCondition(cloud));
  return { kind: 'cloud', cloud: cloud.name, target, role, condition, ...terms };
}

/** A raw scope is judged here; what lies below a place, when the place is known. */
function checkTarget(checked: Checked<'grant'>, cloud: CloudSyntax, target: string, pointer: string): void {
  if (cloud.isRawScope(target)) return note(checked, pointer, wrongScope(cloud, target));
  const [place] = target.split('/', 1) as [string];
  const hint = `Write a place of the team, a place and what lies below it, or a scope of ${cloud.title}.`;
  if (!NAME.test(place)) note(checked, pointer, { code: 'GK1208', message: 'not a place and not a scope', hint });
}
