import type { SchemaError } from './generated/validators.js';
import { keysOf, meant, type Subject, valueAt } from './schema-subject.ts';

/** A misspelt key: the one that was most likely meant, and whether that would have chosen another branch. */
interface Slip {
  readonly right: string;
  readonly strayed: boolean;
}

/** Errors that no other one says better: one slip of the pen gives one finding. */
export function withoutEchoes(subject: Subject): readonly SchemaError[] {
  const slips = slipsOf(subject);
  return subject.errors.filter((error) => !isEcho(error, subject, slips));
}

/** By the pointer to the mapping. */
function slipsOf(subject: Subject): ReadonlyMap<string, readonly Slip[]> {
  const slips = new Map<string, Slip[]>();
  for (const error of subject.errors) {
    if (error.keyword !== 'additionalProperties') continue;
    const right = meant(String(error.params['additionalProperty']), error, subject);
    if (right === undefined) continue;
    const slip = { right, strayed: keysOf(subject, error).others.includes(right) };
    const known = slips.get(error.instancePath);
    if (known === undefined) slips.set(error.instancePath, [slip]);
    else known.push(slip);
  }
  return slips;
}

/** The key that was meant is not missing, and where it would have chosen another branch, the values beside it were judged by a wrong one. */
function isEcho({ keyword, instancePath, params }: SchemaError, subject: Subject, slips: ReadonlyMap<string, readonly Slip[]>): boolean {
  if (keyword === 'enum') return typeof valueAt(subject, instancePath) === 'object';
  const here = slips.get(instancePath) ?? [];
  if (keyword === 'required' && here.some(({ right, strayed }) => strayed || right === params['missingProperty'])) return true;
  for (let above = parentOf(instancePath); above !== undefined; above = parentOf(above)) {
    if (slips.get(above)?.some(({ strayed }) => strayed) === true) return true;
  }
  return false;
}

function parentOf(pointer: string): string | undefined {
  return pointer === '' ? undefined : pointer.slice(0, pointer.lastIndexOf('/'));
}
