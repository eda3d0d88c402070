import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding, Location } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { CaseAccess, PolicyCase } from '../domain/policy-case.ts';
import type { Pointer } from '../domain/source.ts';
import { type Checked, instantFrom, readChecked, settled, stemFrom } from './checked.ts';
import type { Files } from './generated/types.ts';
import { readGrant } from './read-grant.ts';
import type { Read } from './read.ts';

type Case = Files['cases']['cases'][number];

/** policy-tests/<name>.yaml; `clouds` are all clouds of the schemas. What is wrong with a grant in it is found on its line. */
export function readCases(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<readonly PolicyCase[]> {
  const read = readChecked('cases', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  stemFrom(checked);
  const now = instantFrom(checked, '/now', checked.value.now);
  return settled(
    checked,
    checked.value.cases.flatMap((one, at) => caseFrom(checked, one, `/cases/${at}`, now)),
  );
}

function caseFrom(checked: Checked<'cases'>, one: Case, pointer: Pointer, now: Instant): readonly PolicyCase[] {
  const { name, team, id = 'case', refusedBy, warnedBy, approvals, approvers, held = [], history = [] } = one;
  const grant = readGrant(`grants/${team}/${id}.yaml`, new TextEncoder().encode(one.grant), checked.clouds);
  if (!grant.ok) {
    checked.findings.push(...grant.findings.map((finding) => within(finding, checked.source.place(`${pointer}/grant`))));
    return [];
  }
  const access = {
    held: held.map(({ until, ...rest }, at) => accessFrom(checked, { ...rest, to: until }, `${pointer}/held/${at}`, 'until')),
    history: history.map((past, at) => accessFrom(checked, past, `${pointer}/history/${at}`, 'to')),
  };
  const wanted = {
    refusedBy,
    warnedBy,
    ...(approvals === undefined ? {} : { approvals }),
    ...(approvers === undefined ? {} : { approvers }),
  };
  const at = one.now === undefined ? now : instantFrom(checked, `${pointer}/now`, one.now);
  return [{ name, now: at, grant: grant.value, ...access, ...wanted, source: checked.source, pointer }];
}

interface Past {
  readonly principal: string;
  readonly role: string;
  readonly place: string;
  readonly from?: string;
  readonly to: string;
}

function accessFrom(checked: Checked<'cases'>, { from, to, ...rest }: Past, pointer: Pointer, end: string): CaseAccess {
  const since = from === undefined ? {} : { from: instantFrom(checked, `${pointer}/from`, from) };
  return { ...rest, ...since, to: instantFrom(checked, `${pointer}/${end}`, to) };
}

/** In a block the first line of the grant stands below that of its key. */
function within({ at, ...rest }: Finding, block: Location): Finding {
  const own = (at as Location).line; // what is found in a file has a place in it
  const line = Math.min(block.line + own, Math.max(block.line, block.endLine - 1));
  return { ...rest, at: { file: block.file, line, column: 1, endLine: line, endColumn: 1 } };
}
