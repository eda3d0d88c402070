import { describe, expect, it } from 'vitest';
import { actionCommands, inputsOf, readInputs } from '../../src/action/inputs.ts';
import { UsageProblem } from '../../src/commands/usage.ts';

async function read(inputs: Readonly<Record<string, string>>) {
  const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const { command, options, args } = await readInputs(env);
  return { name: command.name, options, args };
}

describe('inputs of the Action', () => {
  it.each([
    [{ command: 'validate' }, 'validate', { 'no-input': true }],
    [{ command: ' validate ' }, 'validate', { 'no-input': true }],
    [{ command: 'validate', 'working-tree': 'true' }, 'validate', { 'working-tree': true, 'no-input': true }],
    [{ command: 'validate', 'working-tree': 'False' }, 'validate', { 'no-input': true }],
    [{ command: 'plan', repo: 'sub/folder' }, 'plan', { repo: 'sub/folder', 'no-input': true }],
    [{ command: 'plan', simulate: 'true' }, 'plan', { simulate: true, 'no-input': true }],
    [{ command: 'plan', simulate: 'false' }, 'plan', { 'no-input': true }],
    [{ command: 'plan', simulate: 'here' }, 'plan', { simulate: 'here', 'no-input': true }],
    [{ command: 'plan', only: '', 'working-tree': '' }, 'plan', { 'no-input': true }],
    [{ command: 'apply', only: 'revocations' }, 'apply', { only: 'revocations', 'no-input': true, yes: true }],
  ])('%o are understood', async (inputs, name, options) => expect(await read(inputs)).toEqual({ name, options, args: [] }));

  it.each([
    [{}, /the input command is one of validate, plan, [a-z, -]+, not ""/],
    [{ command: 'valdate' }, /not "valdate"/],
    [{ command: 'demo' }, /not "demo"/],
    [{ command: 'constructor' }, /not "constructor"/],
    [{ command: 'apply', only: 'revocation' }, /only is one of revocations, grants, not "revocation"/],
    [{ command: 'validate', 'working-tree': 'yes' }, /working-tree is true or false, not "yes"/],
    [{ command: 'plan', only: 'grants' }, /the input only is for apply, not for plan/],
    [{ command: 'recall' }, /recall needs the input principal/],
    [{ command: 'recall', principal: ' ' }, /recall needs the input principal/],
    [{ command: 'plan', principal: 'gil' }, /the input principal is for recall, not for plan/],
    [{ command: 'recall', principal: 'gil', only: 'grants' }, /the input only is for apply, not for recall/],
    [{ command: 'recall', principal: 'gil', foreign: 'true' }, /there is no input foreign/],
    [{ command: 'apply', 'working-tree': 'true' }, /the input working-tree is for validate, not for apply/],
  ])('%o are refused, never guessed', async (inputs, message) => {
    await expect(read(inputs)).rejects.toThrow(message);
    await expect(read(inputs)).rejects.toBeInstanceOf(UsageProblem);
  });

  it('are the arguments of a command too, and none of them opens more than a person who types it may', async () => {
    expect(await read({ command: 'recall', principal: 'gil', reason: 'Laptop stolen' })).toEqual({
      name: 'recall',
      options: { reason: 'Laptop stolen', 'no-input': true, yes: true },
      args: ['gil'],
    });
  });

  it('come from options that say so', async () => {
    for (const command of await actionCommands()) {
      expect(inputsOf(command).every((option) => option.input === true)).toBe(true);
      expect(inputsOf(command).map((option) => option.name)).toEqual(expect.arrayContaining(['repo', 'simulate']));
    }
  });
});
