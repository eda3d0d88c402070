import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text of its licence file; absent where the package ships none. */
  readonly text?: string;
}

/** The licences of all packages that the modules come from, as one text that is the same on every machine. */
export function licencesText(modules: readonly string[]): string {
  const dirs = new Set(modules.flatMap((path) => packageDir(path) ?? []));
  const packages = new Map([...dirs].map((dir) => readPackage(dir)).map((one) => [`${one.name}@${one.version}`, one]));
  const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return `The files in this folder contain code of the packages below.\n${sorted.map(paragraph).join('')}`;
}

/** The folder of the package that a file below `node_modules` belongs to: some packages have a package.json further down too. */
function packageDir(path: string): string | undefined {
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [first = '', second = ''] = path.slice(at + '/node_modules/'.length).split('/');
  return path.slice(0, at) + '/node_modules/' + (first.startsWith('@') ? `${first}/${second}` : first);
}

function readPackage(dir: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as Record<string, string>;
  if (name === undefined || version === undefined || license === undefined)
    throw new Error(`the package in ${dir} does not say its name, version and licence`);
  const text = licenceFile(dir);
  return { name, version, licence: license, ...(text === undefined ? {} : { text }) };
}

function licenceFile(dir: string): string | undefined {
  const file = readdirSync(dir)
    .sort()
    .find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file === undefined ? undefined : readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

function paragraph({ name, version, licence, text }: Package): string {
  return `\n${'-'.repeat(80)}\n${name} ${version}, ${licence}\n${text === undefined ? '' : `\n${text}\n`}`;
}
