import { describe, expect, it } from 'vitest';
import { readTree } from '../../src/grants/tree.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example, treeOf } from './example.ts';

const GRANT = example['grants/payments/2026-11-23-ada-debug.yaml'] as string;

function read(...files: readonly (readonly [path: string, text: string, mode?: string])[]) {
  return readTree(
    files.map(([path, text, mode = '100644']) => ({ path, mode, bytes: bytesOf(text) })),
    clouds,
  );
}

describe('readTree', () => {
  it('reads grants, recalls and control files', () => {
    const tree = readTree(treeOf(example), clouds);
    expect(tree.findings).toEqual([]);
    expect(tree.grants.map(({ id }) => id)).toEqual(['2026-11-23-ada-debug', '2026-11-23-sweep']);
    expect(tree.recalls.map(({ name }) => name)).toEqual(['gil']);
    expect(tree.parts).toMatchObject({ policy: { stamp: 'acme-access' }, incomplete: false });
    expect([tree.parts.teams, tree.parts.principals, tree.parts.roles, tree.parts.overrides].map((list) => list.length)).toEqual([
      2, 10, 2, 1,
    ]);
    expect([...tree.presentStems]).toEqual(['2026-11-23-ada-debug', '2026-11-23-sweep']);
    expect([tree.unreadableGrants, tree.unreadableRecalls, tree.hiddenFolders]).toEqual([[], [], []]);
  });

  it('takes any iterable, once', () => {
    function* files() {
      yield* treeOf(example);
    }
    expect(readTree(files(), clouds).grants).toHaveLength(2);
  });

  it('passes by what lies elsewhere, and notes', () => {
    const tree = read(
      ['README.md', ''],
      ['src/x.yaml', 'a: ['],
      ['grants/README.md', ''],
      ['grants/a/README.md', ''],
      ['policy/roles/README.md', ''],
    );
    expect(tree.findings).toEqual([]);
    expect(tree.presentStems.size).toBe(0);
  });

  it.each([
    ['grants/payments/ada.yaml', 'principal: [\n', '100644', 'GK1004'],
    ['grants/payments/ada.yaml', GRANT, '120000', 'GK1402'],
    ['grants/payments/ada.yaml', GRANT, '100755', 'GK1402'],
    ['grants/payments/ada.yml', GRANT, '100644', 'GK1401'],
    ['grants/payments/ada.yaml.orig', GRANT, '100644', 'GK1401'],
    ['grants/payments/ADA.yaml', GRANT, '100644', 'GK1201'],
    ['grants/ada.yaml', GRANT, '100644', 'GK1403'],
    ['grants/payments/old/ada.yaml', GRANT, '100644', 'GK1403'],
  ])('counts %s as present though it does not read', (path, text, mode, code) => {
    const tree = read([path, text, mode]);
    expect(tree.findings).toMatchObject([{ code, at: { file: path } }]);
    expect(tree.grants).toEqual([]);
    expect([...tree.presentStems]).toEqual(['ada']);
    expect(tree.unreadableGrants).toEqual([{ path, stem: 'ada' }]);
  });

  it.each([
    ['recalls/gil.yaml', 'principal: gil\n', '100644', 'GK1102'],
    ['recalls/gil.yaml', '', '120000', 'GK1402'],
    ['recalls/gil.txt', '', '100644', 'GK1401'],
    ['recalls/old/gil.yaml', '', '100644', 'GK1403'],
  ])('says whom %s may have meant though it does not read', (path, text, mode, code) => {
    const tree = read([path, text, mode]);
    expect(tree.findings[0]).toMatchObject({ code });
    expect(tree.recalls).toEqual([]);
    expect(tree.unreadableRecalls).toEqual([{ path, stem: 'gil' }]);
  });

  it('knows which folders something hides', () => {
    const tree = read(['grants/payments', 'x', '160000'], ['policy', '../x', '120000'], ['recalls', 'x']);
    expect(tree.hiddenFolders).toEqual(['grants/payments/', 'policy/', 'recalls/']);
    expect(tree.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'GK1402 a submodule, and only plain files are read',
      'GK1402 `policy` is not a folder',
      'GK1402 `recalls` is not a folder',
    ]);
    expect(tree.findings.at(-1)?.hint).toBe('Make it a folder.');
    expect(tree.parts.incomplete).toBe(true);
  });

  it('finds folders of ours in another spelling', () => {
    expect(read(['Grants/payments/x.yaml', GRANT], ['POLICY/policy.yaml', '']).findings).toMatchObject([
      { code: 'GK1403', message: '`Grants` is not `grants`' },
      { code: 'GK1403', message: '`POLICY` is not `policy`' },
    ]);
  });

  it('is not misled by names of files', () => {
    for (const name of ['a\n::set-output name=x::y', '%0A', '--option', '..', '', '__proto__', 'a b', '$(id)']) {
      const tree = read([`grants/payments/${name}.yaml`, GRANT]);
      expect(tree.findings.map(({ code }) => code)).toEqual(['GK1201']);
      expect(tree.grants).toEqual([]);
    }
  });
});
