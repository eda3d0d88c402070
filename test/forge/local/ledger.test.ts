import { describe, expect, it } from 'vitest';
import { gitText } from '../../../src/git/stream.ts';
import { got, worlds } from './world.ts';

const aWorld = worlds();
const LEDGER = 'grantkeeper/ledger';
const text = (...names: readonly string[]) => new Map(names.map((name) => [name, `${name}\n`]));

describe('branches of our own in the local forge', () => {
  it('grow from where they were read, and from nowhere else', async () => {
    const { forge, head } = await aWorld();
    const all = (names: readonly string[]) => names;
    expect(await got(forge.own.read(LEDGER, all))).toBeUndefined();
    const first = await got(forge.own.append(LEDGER, undefined, text('a', 'b'), 'One\n'));
    expect(await forge.own.append(LEDGER, undefined, text('x'), 'Two\n')).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    const second = await got(forge.own.append(LEDGER, first, new Map([['b', 'more\n']]), 'Two\n'));
    expect(await forge.own.append(LEDGER, first, text('x'), 'Three\n')).toMatchObject({ ok: false, failure: { kind: 'conflict' } });
    const read = await got(forge.own.read(LEDGER, all));
    expect(read).toEqual({
      head: second,
      files: new Map([
        ['a', 'a\n'],
        ['b', 'more\n'],
      ]),
    });
    expect((await got(forge.own.read(LEDGER, (names) => [...names.filter((name) => name === 'b'), 'none'])))?.files).toEqual(
      new Map([['b', 'more\n']]),
    );
    expect(await head(LEDGER)).toBe(second);
  });

  it('take one writer of two that come at once', async () => {
    const { forge } = await aWorld();
    const first = await got(forge.own.append(LEDGER, undefined, text('a'), 'One\n'));
    const answers = await Promise.all(['b', 'c', 'd'].map((name) => forge.own.append(LEDGER, first, text(name), 'Two\n')));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.failure.kind]))).toEqual(['conflict', 'conflict']);
  });

  it('are replaced whole, by one commit without a parent', async () => {
    const { forge } = await aWorld();
    for (const name of ['a', 'b']) await got(forge.own.replace('grantkeeper/snapshot', text(name), `Of ${name}\n`));
    const read = await got(forge.own.read('grantkeeper/snapshot', (names) => names));
    expect([...(read?.files.keys() ?? [])]).toEqual(['b']);
    expect(await gitText(forge.repository.root, 'log', '--format=%s|%P', 'grantkeeper/snapshot')).toBe('Of b|');
  });
});
