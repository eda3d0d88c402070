import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../process.ts';
import { PEERS, versionOf } from './install.ts';

export const AJV: string = `ajv-cli ${versionOf('ajv-cli')}`;

/** ajv-cli over all grants of a folder. Its YAML reader makes dates of instants, which no schema of texts lets pass: they are not checked. */
export function ajv(schema: string, work: string, dir: string): Command {
  const lenient = join(work, 'grant-without-instants.schema.json');
  const { $defs, ...rest } = JSON.parse(readFileSync(schema, 'utf8')) as { readonly $defs: object };
  writeFileSync(lenient, JSON.stringify({ ...rest, $defs: { ...$defs, instant: true } }));
  const program = join(PEERS, 'node_modules/ajv-cli/dist/index.js');
  const args = [program, 'validate', '--spec=draft2020', '--strict=false', '-s', lenient, '-d', join(dir, 'grants/**/*.yaml')];
  return { program: process.execPath, args };
}
