import { expect, it, vi } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import { bytesOf } from './example.ts';

vi.mock('js-yaml', async (original) => ({
  ...(await original<object>()),
  parseEvents: () => {
    throw new TypeError('a bug of the parser');
  },
}));

it('does not take a bug of the parser for a mistake of a person', () => {
  expect(() => readDocument('x.yaml', bytesOf('a: b\n'), 100)).toThrow('a bug of the parser');
});
