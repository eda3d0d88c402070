import type { CatalogueRole } from '../domain/catalogue.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Principal } from '../domain/directory.ts';
import type { Finding } from '../domain/finding.ts';
import type { Override } from '../domain/override.ts';
import type { Policy } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import type { ControlParts } from './control.ts';
import { likely } from './names.ts';
import { readOverride } from './read-override.ts';
import { readPeople } from './read-people.ts';
import { readPolicy } from './read-policy.ts';
import { readRole } from './read-role.ts';
import { readTeam } from './read-team.ts';
import { type Reader, remembering } from './read.ts';
import { refusal, type TreeFile, unfit } from './tree-file.ts';

/** What control files say, while they are read. */
export interface Parts extends ControlParts {
  policy?: Policy;
  readonly teams: Team[];
  readonly principals: Principal[];
  readonly roles: CatalogueRole[];
  readonly overrides: Override[];
  incomplete: boolean;
}

export function noParts(): Parts {
  return { teams: [], principals: [], roles: [], overrides: [], incomplete: false };
}

type Take = (parts: Parts, file: TreeFile, clouds: readonly CloudSyntax[]) => readonly Finding[];

const POLICY = 'policy.yaml';

/** By what stands behind policy/ in the path. */
const READERS: ReadonlyMap<string, Take> = new Map<string, Take>([
  [POLICY, taking(readPolicy, (parts, one) => (parts.policy = one))],
  ['teams', taking(readTeam, ({ teams }, one) => teams.push(one))],
  ['people', taking(readPeople, ({ principals }, all) => principals.push(...all))],
  ['roles', taking(readRole, ({ roles }, one) => roles.push(one))],
  ['overrides', taking(readOverride, ({ overrides }, one) => overrides.push(one))],
]);

function taking<T>(reader: Reader<T>, keep: (parts: Parts, value: T) => void): Take {
  const read = remembering(reader);
  return (parts, { path, bytes }, clouds) => {
    const answer = read(path, bytes, clouds);
    if (!answer.ok) return answer.findings;
    keep(parts, answer.value);
    return [];
  };
}

/** Reads a file below policy/ into its list and says what is wrong with it. */
export function takeControlFile(parts: Parts, file: TreeFile, clouds: readonly CloudSyntax[]): readonly Finding[] {
  const [, folder = ''] = file.path.split('/');
  const reader = READERS.get(folder);
  const findings = reader === undefined ? [stranger(file, folder)] : takeFit(reader, parts, file, folder, clouds);
  if (findings.length > 0) parts.incomplete = true;
  return findings;
}

function takeFit(reader: Take, parts: Parts, file: TreeFile, folder: string, clouds: readonly CloudSyntax[]): readonly Finding[] {
  const wrong = unfit(file, folder === POLICY ? `policy/${POLICY}` : `policy/${folder}/<name>.yaml`);
  return wrong === undefined ? reader(parts, file, clouds) : [wrong];
}

function stranger(file: TreeFile, folder: string): Finding {
  const hint = likely(folder, READERS.keys(), 'Under policy/ belong policy.yaml, teams/, people/, roles/ and overrides/.');
  return refusal(file, 'GK1404', `\`${folder}\` does not belong under policy/`, hint);
}
