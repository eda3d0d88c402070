import { expect, it } from 'vitest';
import { askingFrom, modesFrom, moreFrom } from '../../src/grants/read-where.ts';

const where = { folder: ['payments'], env: [], cloud: [], role: [], principal: [] };
const read = { folders: ['payments'], environments: [], clouds: [], roles: [], principals: [] };

it('keeps what files say under the names of the domain', () => {
  expect(askingFrom([{ for: ['a'], by: [], self: true }])).toEqual([{ for: ['a'], by: [], self: true }]);
  expect(modesFrom([{ rule: 'required', mode: 'off', where }])).toEqual([{ rule: 'required', mode: 'off', where: read }]);
  expect(moreFrom([{ where, privileged: false, approvers: [] }])).toStrictEqual([{ where: read, privileged: false, approvers: [] }]);
});
