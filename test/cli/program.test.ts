import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/program.ts';
import { switchesAlone } from '../../src/cli/switches.ts';
import { COMMANDS, everyCommand, GLOBAL_OPTIONS } from '../../src/commands/commands.ts';
import { EXITS } from '../../src/commands/exit.ts';

/** What a line of arguments comes to, and what was printed on the way. */
async function parsed(line: string) {
  const texts = { out: '', err: '' };
  const write = { out: (text: string) => void (texts.out += text), err: (text: string) => void (texts.err += text) };
  const result = await parseArguments(line === '' ? [] : line.split(' '), '1.2.3', write);
  return { result, ...texts };
}

async function invoked(line: string) {
  const { result } = await parsed(line);
  if (result.kind !== 'run') throw new Error(`${line} was answered already`);
  const { command, options, args } = result.invocation;
  return { name: command.name, options, args };
}

describe('arguments', () => {
  it.each([
    ['validate', 'validate', {}, []],
    ['validate --working-tree --json', 'validate', { 'working-tree': true, json: true }, []],
    ['plan --no-color --no-input', 'plan', { 'no-color': true, 'no-input': true }, []],
    ['plan --simulate', 'plan', { simulate: true }, []],
    ['plan --simulate=here --at +1h', 'plan', { simulate: 'here', at: '+1h' }, []],
    ['apply --only revocations --yes', 'apply', { only: 'revocations', yes: true }, []],
    ['recall ada --reason=stolen', 'recall', { reason: 'stolen' }, ['ada']],
    ['sim pr merge 3 --as bo', 'sim', { as: 'bo' }, ['pr', 'merge', '3']],
    ['sim pr', 'sim', {}, ['pr']],
  ])('of `%s` become a command with options', async (line, name, options, args) => {
    expect(await invoked(line)).toEqual({ name, options, args });
  });

  it('of every command are the same where switches alone are read without the parser', async () => {
    for (const { name, options, arguments: args = [] } of await everyCommand()) {
      const switches = [...options, ...GLOBAL_OPTIONS].flatMap((one) => (one.value === undefined ? [`--${one.name}`] : []));
      const lines = [[name], ...switches.map((one) => [name, one]), [name, ...switches]];
      for (const line of args.some(({ required }) => required) ? [] : lines) {
        const { command, ...quick } = (await switchesAlone(line)) ?? {};
        expect({ name: command?.name, ...quick }).toEqual(await invoked(line.join(' ')));
      }
    }
  });

  it.each([
    '',
    'valdate',
    'recall',
    'validate --help',
    'validate --repo .',
    'plan more',
    'plan --simulate',
    'validate --json=yes',
    'constructor',
  ])('are for the parser in `%s`', async (line) => expect(await switchesAlone(line.split(' '))).toBeUndefined());

  it.each([
    ['valdate', /unknown command 'valdate'\n\(Did you mean validate\?\)/],
    ['validate --workingtree', /unknown option '--workingtree'\n\(Did you mean --working-tree\?\)/],
    ['--json plan', /unknown option '--json'\nOptions stand behind the command/],
    ['apply --only everything', /'everything' is invalid. Allowed choices are revocations, grants/],
    ['recall', /missing required argument 'principal'/],
    ['plan --repo', /argument missing/],
    ['plan more', /too many arguments/],
    ['', /^Usage: grantkeeper <command>/],
    ['constructor', /unknown command/],
  ])('refuses `%s` with 64, and says how it is written', async (line, message) => {
    const { result, out, err } = await parsed(line);
    expect(result).toEqual({ kind: 'shown', exit: 64 });
    expect(err).toMatch(message);
    expect(err).toMatch(/--help/);
    expect(out).toBe('');
  });
});

describe('the help', () => {
  it('lists what exists and nothing else', async () => {
    const { result, out, err } = await parsed('--help');
    expect(result).toEqual({ kind: 'shown', exit: 0 });
    expect(err).toBe('');
    const [, listed = ''] = /\nCommands:\n([\s\S]*?)\n\n/.exec(out) ?? [];
    const names = [...listed.matchAll(/^ {2}([\w-]+)/gm)].map(([, name]) => name);
    expect(names).toEqual([...COMMANDS.keys(), 'help']);
    const words = out.replaceAll(/\s+/g, ' ');
    for (const { summary } of await everyCommand()) expect(words).toContain(summary);
  });

  it('has the table of exit codes', async () => {
    const { out } = await parsed('--help');
    for (const { code, meaning } of EXITS) expect(out).toContain(`  ${String(code).padStart(3)}  ${meaning}\n`);
  });

  it.each([...COMMANDS.keys()])('of %s lists its options, those of every command, and its arguments', async (name) => {
    const { result, out } = await parsed(`${name} --help`);
    expect(result).toEqual({ kind: 'shown', exit: 0 });
    const command = await COMMANDS.get(name)?.();
    const wanted = [...(command?.options ?? []), ...GLOBAL_OPTIONS].map((option) => option.name);
    expect([...out.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, option]) => option)).toEqual([...wanted, 'help']);
    for (const argument of command?.arguments ?? []) expect(out).toMatch(new RegExp(`^ {2}${argument.name} `, 'm'));
  });

  it('tells the version', async () => expect(await parsed('--version')).toMatchObject({ out: '1.2.3\n', result: { exit: 0 } }));
});

describe('the table of commands', () => {
  it('has each under its own name', async () => {
    expect((await everyCommand()).map((command) => command.name)).toEqual([...COMMANDS.keys()]);
  });

  it('gives no option twice', async () => {
    for (const command of await everyCommand()) {
      const names = [...command.options, ...GLOBAL_OPTIONS].map((option) => option.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
