import { basename, join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { exampleRepository, scratchDir, startedEntry } from '../cli/child.ts';

/** Tells every module that Node loads. */
const SPY = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { process.stderr.write('loaded ' + url + '\\n'); return next(url, context); } });
`)}`;

/** What only some commands need: cloud SDKs, the forge's client, the Action's toolkit, the rule language, Git's client, the simulator. */
const HEAVY =
  /google-auth-library|@google-cloud|@azure|@octokit|@actions|cel-js|simple-git|p-queue|\/src\/(sim|apply|forge\/(github|local)|providers\/(gcp|azure)\/(reader|writer|api|arm|client|credentials|permissions|published-roles|generated))\b/;

interface Loaded {
  readonly exit: number | null;
  readonly urls: readonly string[];
}

async function loadedBy(...args: readonly string[]): Promise<Loaded> {
  return loadedFrom('src/cli/main.ts', await exampleRepository(), ...args);
}

async function loadedFrom(entry: string, cwd: string, ...args: readonly string[]): Promise<Loaded> {
  const { exit, stderr } = await startedEntry(entry, args, { cwd, node: ['--import', SPY] });
  return { exit, urls: stderr.split('\n').flatMap((line) => (line.startsWith('loaded ') ? [line.slice('loaded '.length)] : [])) };
}

describe('a command loads what it needs', () => {
  it('validate: nothing of clouds, forges or simulators', async () => {
    const { exit, urls } = await loadedBy('validate');
    expect(exit).toBe(0);
    expect(urls.some((url) => url.endsWith('/src/commands/validate.ts'))).toBe(true);
    expect(urls.filter((url) => HEAVY.test(url))).toEqual([]);
  });

  it('plan over simulated clouds: the simulator and an SDK, so the spy sees them', async () => {
    const { exit, urls } = await loadedBy('plan', `--simulate=${scratchDir()}`);
    expect(exit).toBe(0);
    expect(urls.some((url) => url.includes('/src/sim/'))).toBe(true);
    expect(urls.some((url) => url.includes('/node_modules/@azure/arm-authorization/'))).toBe(true);
    // Policy of the worked example has no lockdown, so the client for deny policies stays where it is.
    expect(urls.filter((url) => /@actions|@octokit|@google-cloud|\/src\/forge\/github\//.test(url))).toEqual([]);
  });

  it.each([
    ['no mistake', undefined, 0, []],
    ['a mistake', 'principle: ada\n', 3, ['mistakes.js']],
  ])('the bundle on files with %s: what finds words for mistakes where there are any', async (_, grant, code, late) => {
    const { exit, urls } = await loadedFrom(join(inject('bundle'), 'cli.js'), await exampleRepository(grant), 'validate');
    expect([exit, urls.map((url) => basename(url)).filter((name) => name === 'mistakes.js')]).toEqual([code, late]);
  });
});
