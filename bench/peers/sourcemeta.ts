import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../process.ts';
import { PEERS, versionOf } from './install.ts';

const PACKAGE = '@sourcemeta/jsonschema';

export const SOURCEMETA: string = `sourcemeta jsonschema ${versionOf(PACKAGE)}`;

/** The native program itself, without the script around it, in its fast mode, over all grants of a folder. */
export function sourcemeta(schema: string, dir: string): Command {
  return { program: binary(), args: ['validate', schema, join(dir, 'grants'), '--fast', '--extension', '.yaml'] };
}

function binary(): string {
  const folder = join(PEERS, 'node_modules', PACKAGE, 'build/github-releases');
  const machine = `${process.platform}-${process.arch === 'x64' ? 'x86_64' : process.arch}`;
  const name = readdirSync(folder).find((file) => file.endsWith(machine));
  if (name === undefined) throw new Error(`${PACKAGE} has no program for ${machine}`);
  return join(folder, name);
}
