import type { Finding } from '../domain/finding.ts';
import { type Code, mistake } from './codes.ts';

/** A file of a commit. `path` is from the root, `mode` as Git writes it: 100644 for a plain file. */
export interface TreeFile {
  readonly path: string;
  readonly mode: string;
  readonly bytes: Uint8Array;
}

export const README = 'README.md';

const PLAIN = '100644';
const LINK = '120000';
const SUBMODULE = '160000';

const ODD: ReadonlyMap<string, string> = new Map([
  [LINK, 'a symbolic link'],
  [SUBMODULE, 'a submodule'],
  ['100755', 'an executable file'],
]);

/** What keeps a file from being read at all: it is no plain .yaml file, or lies at another depth than `form` does. */
export function unfit(file: TreeFile, form: string): Finding | undefined {
  const { path, mode } = file;
  if (mode !== PLAIN) {
    const what = ODD.get(mode) ?? `a file of mode ${mode}`;
    return refusal(file, 'GK1402', `${what}, and only plain files are read`, 'Replace it by a file of mode 100644.');
  }
  if (slashes(path) !== slashes(form)) {
    return refusal(file, 'GK1403', 'the file lies in the wrong folder', `Files go to ${form}.`);
  }
  if (path.endsWith('.yaml')) return undefined;
  return refusal(file, 'GK1401', 'not a .yaml file', `Files go to ${form}; notes go to ${README}.`);
}

/** What is wrong with a file as such, said of its first character. */
export function refusal({ path }: TreeFile, code: Code, message: string, hint: string): Finding {
  return mistake(code, { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 }, message, hint);
}

/** What a file is called before any dot, so that neither `x.yml` nor `x.yaml.bak` looks as if `x` were deleted. */
export function stemOfAny({ path }: Pick<TreeFile, 'path'>): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/^\.+/, '').replace(/\..*/s, '').toLowerCase();
}

/** Whether there is a link or a submodule where a folder may have been, so that what was below it is hidden and not deleted. */
export function hidesFolder({ path, mode }: TreeFile): boolean {
  return (mode === LINK || mode === SUBMODULE) && slashes(path) < 2;
}

function slashes(path: string): number {
  let count = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) count++;
  return count;
}
