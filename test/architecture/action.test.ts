import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionFiles, outdatedActions } from '../../scripts/action.ts';
import { actionCommands, inputsOf } from '../../src/action/inputs.ts';
import { ROOT } from './imports.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
  readonly branding: object;
  readonly description: string;
}

const paths = [...(await actionFiles()).keys()];
const read = (path: string) => parse(readFileSync(join(ROOT, path), 'utf8')) as ActionFile;

describe('the files of the Action', () => {
  it('are what the table of commands makes of them', async () => expect(await outdatedActions()).toEqual([]));

  it('are all there are', () => {
    expect(globSync('{action.yml,actions/**/*}', { cwd: ROOT }).filter((path) => path.endsWith('.yml'))).toEqual(
      expect.arrayContaining(paths),
    );
    expect(globSync('actions/*/*', { cwd: ROOT }).toSorted()).toEqual(paths.filter((path) => path !== 'action.yml').toSorted());
  });

  it.each(paths)('%s runs the one bundle on the Node that the product is built for', (path) => {
    const { runs, branding, description } = read(path);
    expect(runs.using).toBe('node24');
    expect(normalize(join(path, '..', runs.main))).toBe('dist/action.js');
    expect(branding).toEqual({ icon: 'key', color: 'green' });
    expect(description.length).toBeLessThanOrEqual(125); // what the Marketplace shows
  });

  it.each(paths)('%s names what it takes and gives in kebab case', (path) => {
    const { inputs, outputs } = read(path);
    for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(inputs['token']?.default).toBe('${{ github.token }}');
  });

  it('for one verb take its inputs alone, and say which verb', async () => {
    for (const command of await actionCommands()) {
      const { inputs, outputs } = read(`actions/${command.name}/action.yml`);
      expect(Object.keys(inputs).toSorted()).toEqual([...inputsOf(command).map(({ name }) => name), 'command', 'token'].toSorted());
      expect(inputs['command']?.default).toBe(command.name);
      expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['exit-code', ...(command.outputs ?? [])]));
    }
  });
});
