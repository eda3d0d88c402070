import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import { typeScalars } from '../../src/grants/typed.ts';
import { bytesOf } from './example.ts';

function typed(kind: 'policy' | 'role' | 'grant', text: string): unknown {
  const { document } = readDocument('x.yaml', bytesOf(text), 1000);
  if (document === undefined) throw new Error('the text must read');
  typeScalars(kind, document);
  return document.root;
}

describe('typeScalars', () => {
  it('turns plain text into booleans and whole numbers where the schema wants them', () => {
    expect(typed('role', 'privileged: true\ndescription: true\n')).toEqual({ privileged: true, description: 'true' });
    expect(typed('policy', 'limits: [{ env: prod, deny: false }, { env: none }]\n')).toEqual({
      limits: [{ env: 'prod', deny: false }, { env: 'none' }],
    });
    expect(typed('policy', 'approval: { minimum: 2, privileged: 0 }\nstamp: 7\n')).toEqual({
      approval: { minimum: 2, privileged: 0 },
      stamp: '7',
    });
  });

  it.each(['yes', 'True', 'TRUE', 'on', '"true"', "'false'", '', '[true]', '1'])('takes no other spelling of a boolean: %s', (text) => {
    expect(typed('role', `privileged: ${text}\n`)).not.toMatchObject({ privileged: expect.any(Boolean) });
  });

  it.each(['01', '+1', '-1', '1.0', '1e3', '0x1', '1_0', '"1"', '1234567890'])('takes no other spelling of a number: %s', (text) => {
    expect(typed('policy', `approval: { minimum: ${text} }\n`)).not.toMatchObject({ approval: { minimum: expect.any(Number) } });
  });

  it.each(['"tr\\x75e"', '|-\n  true', '>-\n  true', "'true'\ndescription: true"])(
    'takes no text for a boolean, however it is written: %s',
    (text) => {
      expect(typed('role', `privileged: ${text}\n`)).toMatchObject({ privileged: 'true' });
    },
  );

  it('leaves alone what is not built as the schema says', () => {
    expect(typed('policy', 'approval: none\nlimits: { deny: true }\nguard: [newGrants]\n')).toEqual({
      approval: 'none',
      limits: { deny: 'true' },
      guard: ['newGrants'],
    });
    expect(typed('grant', 'privileged: true\n')).toEqual({ privileged: 'true' });
  });
});
