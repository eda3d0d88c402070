import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './imports.ts';

/** A line of a page that says which test stands behind it. */
export interface Row {
  /** Its first cell. */
  readonly subject: string;
  readonly file: string;
  readonly name: string;
}

/** Lines of tables whose last cell names a test: `file`: its name. */
export function rowsOf(page: string): readonly Row[] {
  return page.split('\n').flatMap((line) => {
    const [, subject = '', file = '', name = ''] = /^\| (.*?) +\|.*\| `(test\/[^`]+)`: (.*?) +\|$/.exec(line) ?? [];
    return file === '' ? [] : [{ subject, file, name }];
  });
}

/** Lines of tables, but for their heads and rules. */
export function linesOf(page: string): readonly string[] {
  const lines = page.split('\n');
  return lines.filter((line, at) => line.startsWith('| ') && !line.startsWith('| -') && lines[at + 1]?.startsWith('| -') !== true);
}

/** Names stand in the source between quotation marks of some kind. */
export function hasTest({ file, name }: Row): boolean {
  const path = join(ROOT, file);
  if (!existsSync(path) || name === '') return false;
  return readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(name);
}
