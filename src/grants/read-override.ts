import type { CloudSyntax } from '../domain/cloud.ts';
import type { Override } from '../domain/override.ts';
import { instantFrom, note, readChecked, settled, stemFrom } from './checked.ts';
import type { Read } from './read.ts';

/** policy/overrides/<name>.yaml; `clouds` are all clouds of the schemas. */
export function readOverride(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<Override> {
  const read = readChecked('override', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { withdraws, grants, expires, reason } = checked.value;
  if (withdraws.length + grants.length === 0) {
    const hint = 'Copy the whole file from the refused plan.';
    note(checked, '', { code: 'GK1220', message: 'no digest under `withdraws` or `grants`', hint });
  }
  const override = { withdraws, grants, expires: instantFrom(checked, '/expires', expires), reason, source: checked.source };
  return settled(checked, { name: stemFrom(checked), ...override });
}
