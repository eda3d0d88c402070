import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import { type Instant, parseInstant } from '../domain/instant.ts';
import { BREAK_GLASS_PREFIX, NAME, stemOf } from '../domain/name.ts';
import { parsePeriod, type Period } from '../domain/period.ts';
import type { Pointer, Source } from '../domain/source.ts';
import type { Wrong } from './cloud-text.ts';
import { mistake } from './codes.ts';
import { readDocument } from './document.ts';
import type { Files } from './generated/types.ts';
import type { Read } from './read.ts';
import { checkSchema } from './schema.ts';
import { notAName, notAnInstant } from './shapes.ts';

/** A file that its schema lets through, and what is wrong with it nevertheless. */
export interface Checked<Kind extends keyof Files> {
  readonly value: Files[Kind];
  readonly source: Source;
  readonly clouds: readonly CloudSyntax[];
  /** Grows while the file is read on. */
  readonly findings: Finding[];
}

const SMALL = 16 * 1024;
const LARGE = 256 * 1024;

const LIMITS: Readonly<Record<keyof Files, number>> = {
  grant: SMALL,
  role: SMALL,
  recall: SMALL,
  policy: LARGE,
  people: LARGE,
  team: LARGE,
  override: LARGE,
  cases: LARGE,
};

/** Reads a file as far as its schema goes. `clouds` are all clouds of the schemas. */
export function readChecked<Kind extends keyof Files>(
  kind: Kind,
  file: string,
  bytes: Uint8Array,
  clouds: readonly CloudSyntax[],
): Read<Checked<Kind>> {
  const { document, findings } = readDocument(file, bytes, LIMITS[kind]);
  if (document === undefined) return { ok: false, findings };
  const more = checkSchema(kind, document, clouds);
  if (findings.length + more.length > 0) return { ok: false, findings: [...findings, ...beside(more, findings)] };
  const value = document.root as unknown as Files[Kind];
  return { ok: true, value: { value, source: document.source, clouds, findings: [] } };
}

/** Where the form of a line is wrong, its meaning is a guess: one mistake is said once. What is missing is missing all the same. */
function beside(more: readonly Finding[], form: readonly Finding[]): readonly Finding[] {
  const lines = new Set(form.map(({ at }) => at?.line));
  return more.filter(({ code, at }) => code === 'GK1102' || !lines.has(at?.line));
}

/** The value, unless something was found. */
export function settled<T>({ findings }: { readonly findings: readonly Finding[] }, value: T): Read<T> {
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value };
}

export function note(checked: Checked<keyof Files>, pointer: Pointer, wrong: Wrong | undefined): void {
  if (wrong !== undefined) checked.findings.push(mistake(wrong.code, checked.source.place(pointer), wrong.message, wrong.hint));
}

/** The stem of the file, which is the name of what it says. */
export function stemFrom(checked: Checked<keyof Files>): string {
  const { file } = checked.source;
  const stem = stemOf(file);
  const wrong = wrongStem(stem);
  if (wrong === undefined) return stem;
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  checked.findings.push(mistake(wrong.code, at, wrong.message, wrong.hint));
  return stem;
}

function wrongStem(stem: string): Wrong | undefined {
  if (!NAME.test(stem)) return { ...notAName(stem), message: `the file name ${stem} is not a name` };
  if (!stem.startsWith(BREAK_GLASS_PREFIX)) return undefined;
  const message = `ids that begin with ${BREAK_GLASS_PREFIX} belong to break-glass`;
  return { code: 'GK1202', message, hint: 'Choose another file name.' };
}

/** The instant at a pointer. One that does not exist is found, so what comes back for it is never used. */
export function instantFrom(checked: Checked<keyof Files>, pointer: Pointer, text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) note(checked, pointer, notAnInstant(text));
  return instant ?? (0 as Instant);
}

/** The length that a text of the schema's form spells. */
export function periodFrom(text: string): Period {
  return parsePeriod(text) as Period;
}
