import type { CatalogueAccess, CatalogueRole } from '../domain/catalogue.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import { type Checked, note, periodFrom, readChecked, settled, stemFrom } from './checked.ts';
import { wrongCondition, wrongRole } from './cloud-text.ts';
import { wrongEnder } from './read-terms.ts';
import type { Files } from './generated/types.ts';
import type { Read } from './read.ts';

/** policy/roles/<name>.yaml; `clouds` are all clouds of the schemas. */
export function readRole(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<CatalogueRole> {
  const read = readChecked('role', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { description, maxDuration, privileged, approvers, access, enforce } = checked.value;
  const named = clouds.filter(({ name }) => access.some((entry) => name in entry));
  if (enforce !== undefined) note(checked, '/enforce', wrongEnder(named));
  return settled(checked, {
    name: stemFrom(checked),
    description,
    ...(maxDuration === undefined ? {} : { maxDuration: periodFrom(maxDuration) }),
    privileged,
    approvers,
    access: access.map((entry, at) => accessFrom(checked, entry, `/access/${at}`)),
    ...(enforce === undefined ? {} : { enforce }),
    source: checked.source,
  });
}

function accessFrom(checked: Checked<'role'>, entry: Files['role']['access'][number], pointer: string): CatalogueAccess {
  // The schema lets nothing else pass, and its clouds are those that are given.
  const cloud = checked.clouds.find((one) => one.name in entry) as CloudSyntax;
  const { role, condition } = entry;
  const target = (entry as unknown as Readonly<Record<string, string>>)[cloud.name] as string;
  note(checked, `${pointer}/role`, wrongRole(cloud, role));
  if (condition === undefined) return { cloud: cloud.name, target, role };
  note(checked, `${pointer}/condition`, wrongCondition(cloud));
  return { cloud: cloud.name, target, role, condition };
}
