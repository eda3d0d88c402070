import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { init } from '../../src/commands/init.ts';
import type { Context } from '../../src/commands/context.ts';
import { validate } from '../../src/commands/validate.ts';
import { compose } from '../../src/compose.ts';
import type { Forge } from '../../src/forge/forge.ts';
import { gitText } from '../../src/git/stream.ts';
import { scratchDir } from '../cli/child.ts';

const ACTION = `acme/grantkeeper@${'a'.repeat(40)}`;
const OPTIONS = {
  team: 'payments',
  approvers: 'Bo-S,chi-p',
  security: '@sam-o, kim-i',
  stamp: 'acme-access',
  gcp: 'folders/77',
  azure: '/subscriptions/00000000-0000-4000-8000-000000000000',
  tenant: '11111111-2222-4333-8444-555555555555',
  action: ACTION,
};
const NO_FORGE = 'there is no forge here';

async function repository(files: Readonly<Record<string, string>> = {}) {
  const dir = scratchDir();
  await gitText(dir, 'init', '--quiet', '--initial-branch=trunk');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  if (Object.keys(files).length > 0) {
    await gitText(dir, 'add', '--all');
    await gitText(dir, 'commit', '--quiet', '--message=Begin');
  }
  return dir;
}

/** Without a forge, unless one is given. */
async function contextIn(dir: string, more: Partial<Context> = {}): Promise<Context> {
  const context = await compose({ repo: dir, 'no-input': true, quiet: true }, { stopping: () => false });
  return { ...context, forge: () => Promise.resolve(NO_FORGE), ...more };
}

async function begun(dir: string, options: Readonly<Record<string, string>> = OPTIONS, more: Partial<Context> = {}) {
  return init.run(await contextIn(dir, more), options, []);
}

describe('init', () => {
  it('begins an empty repository with what validate has nothing to say about', async () => {
    const dir = await repository();
    const report = await begun(dir);
    expect(report.exit).toBe(0);
    expect(report.text).toMatch(
      /^Committed 17 files to the branch trunk; there is no request \(there is no forge here\)\.\n {2}\+ policy\//,
    );
    expect(await gitText(dir, 'status', '--short')).toBe('');
    expect((await gitText(dir, 'ls-files')).split('\n')).toEqual(
      expect.arrayContaining([
        '.github/CODEOWNERS',
        '.github/workflows/reconcile.yml',
        '.vscode/settings.json',
        'grants/payments/README.md',
      ]),
    );
    const checked = await validate.run(await contextIn(dir), {}, []);
    expect({ exit: checked.exit, text: checked.text }).toEqual({ exit: 0, text: expect.stringMatching(/^no findings in/) });
    expect(readFileSync(join(dir, '.github/CODEOWNERS'), 'utf8')).toContain('/grants/payments/ @Bo-S @chi-p\n/policy/ @sam-o @kim-i\n');
    expect(readFileSync(join(dir, '.github/workflows/reconcile.yml'), 'utf8')).toContain('branches: [trunk]');
  });

  it('writes workflows that name the clouds, the queue and the environment that were asked for', async () => {
    const dir = await repository({ 'README.md': '# Access\n' });
    const { gcp: _, ...azure } = OPTIONS;
    await gitText(dir, 'remote', 'add', 'origin', 'https://github.example.com/acme/access.git');
    expect((await begun(dir, { ...azure, environment: 'grants' })).exit).toBe(0);
    const reconcile = readFileSync(join(dir, '.github/workflows/reconcile.yml'), 'utf8');
    expect(reconcile).toContain(`uses: ${ACTION.replace('@', '/actions/apply@')}`);
    expect(reconcile).toContain(`AZURE_TENANT_ID: ${OPTIONS.tenant}`);
    expect(reconcile).toContain('environment: grants');
    expect(reconcile).not.toMatch(/GCP_|queue:|simulate/);
    expect(readFileSync(join(dir, 'policy/policy.yaml'), 'utf8')).not.toContain('gcp');
  });

  it('puts the files on a branch of their own, and never writes over one that is there', async () => {
    const own = '# ours\n';
    const dir = await repository({ '.github/workflows/plan.yml': own, '.vscode/settings.json': '{}\n' });
    const report = await begun(dir);
    expect(report.text).toMatch(/^Committed 15 files to the branch grantkeeper\/init;/);
    expect(report.text).toContain('  = .github/workflows/plan.yml  was there, and is kept\n');
    expect(report.json).toMatchObject({
      kept: ['.vscode/settings.json', '.github/workflows/plan.yml'],
      kind: 'branch',
      name: 'grantkeeper/init',
    });
    expect(await gitText(dir, 'symbolic-ref', '--short', 'HEAD')).toBe('grantkeeper/init');
    expect(readFileSync(join(dir, '.github/workflows/plan.yml'), 'utf8')).toBe(own);
    expect(await gitText(dir, 'diff', '--name-status', '--diff-filter=a', 'trunk', 'grantkeeper/init')).toBe('');
    expect((await begun(dir)).text).toBe('Nothing to write: every file is there already.\n');
    await gitText(dir, 'switch', '--quiet', 'trunk');
    expect(await begun(dir)).toMatchObject({ exit: 3, text: expect.stringContaining('there is a branch grantkeeper/init already') });
    expect(existsSync(join(dir, 'policy'))).toBe(false);
  });

  it('writes nothing where it does not fit what is there', async () => {
    const dir = await repository({ 'policy/people/other.yaml': 'people:\n  someone: { name: Bo Stone, github: bo-s }\n' });
    const report = await begun(dir);
    expect(report.exit).toBe(3);
    expect(report.text).toMatch(/GK\d{4}/);
    expect(existsSync(join(dir, 'policy/policy.yaml'))).toBe(false);
  });

  it.each([
    [{ ...OPTIONS, team: '' }, /init needs --team/],
    [{ ...OPTIONS, team: 'Pay ments' }, /--team is a name in lower case/],
    [{ ...OPTIONS, approvers: 'bo-s' }, /--approvers names at least two/],
    [{ ...OPTIONS, approvers: 'bo-s,${{ x }}' }, /is no login of GitHub/],
    [{ ...OPTIONS, action: 'grantkeeper' }, /--action is OWNER\/REPOSITORY@COMMIT/],
    [{ ...OPTIONS, environment: 'a: b' }, /--environment is a name/],
    [{ ...OPTIONS, tenant: '' }, /init needs --tenant/],
    [{ ...OPTIONS, gcp: '', azure: '' }, /init needs --gcp or --azure/],
  ])('says which option is missing or wrong: %#', async (options, message) => {
    await expect(begun(await repository(), options)).rejects.toThrow(message);
  });

  it('asks at a terminal for what no option says', async () => {
    const answers = ['payments', 'bo-s, chi-p', 'folders/77', '', ACTION];
    const asked: string[] = [];
    const ask = (question: string) => Promise.resolve(asked.push(question) > 0 ? (answers[asked.length - 1] ?? '') : '');
    const dir = await repository();
    expect((await begun(dir, {}, { ask })).exit).toBe(0);
    expect(asked).toHaveLength(5);
    expect(readFileSync(join(dir, 'policy/policy.yaml'), 'utf8')).toContain('stamp: "payments-access"\nsecurity: [bo-s, chi-p]\n');
  });
});

describe('init, where a forge is there', () => {
  it('opens one request, and leaves the folder as it is', async () => {
    const dir = await repository({ 'README.md': '# Access\n' });
    const proposed: (readonly [string, readonly string[]])[] = [];
    const tip = await gitText(dir, 'rev-parse', 'HEAD');
    const forge: Pick<Forge, 'tip' | 'proposeFiles'> = {
      tip: () => Promise.resolve({ ok: true, value: tip }),
      proposeFiles: (branch, files) => {
        proposed.push([branch, [...files.keys()]]);
        return Promise.resolve({ ok: true, value: { number: 7, url: 'https://github.com/acme/access/pull/7' } });
      },
    };
    const report = await begun(dir, OPTIONS, { forge: () => Promise.resolve(forge as Forge) });
    expect(report.text).toMatch(/^Opened request #7 with 17 files: https:\/\/github.com\/acme\/access\/pull\/7\n/);
    expect(proposed).toEqual([['grantkeeper/init', expect.arrayContaining(['policy/policy.yaml', '.github/CODEOWNERS'])]]);
    expect(existsSync(join(dir, 'policy'))).toBe(false);
  });

  it('writes nothing from a clone that is behind, whose files it cannot know', async () => {
    const dir = await repository({ 'README.md': '# Access\n' });
    const forge: Pick<Forge, 'tip' | 'proposeFiles'> = {
      tip: () => Promise.resolve({ ok: true, value: 'f'.repeat(40) }),
      proposeFiles: () => Promise.reject(new Error('asked')),
    };
    expect(await begun(dir, OPTIONS, { forge: () => Promise.resolve(forge as Forge) })).toMatchObject({
      exit: 3,
      text: 'Nothing was written: this clone is not at the tip of the default branch (ffffffffffff): pull first.\n',
    });
  });
});
