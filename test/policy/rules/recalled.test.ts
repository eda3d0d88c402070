import { describe, expect, it } from 'vitest';
import { recalled } from '../../../src/policy/rules/recalled.ts';
import { asked, grant } from '../acme.ts';

const both = { grant: grant({ principals: ['ada', 'bo'] }) };
const said = (names?: ReadonlySet<string>) => recalled.judge(asked({ ...both, ...(names === undefined ? {} : { recalled: names }) }));

describe('recalled', () => {
  it('names who is recalled, at his place in the file', () => {
    expect(said(new Set(['bo', 'bo-adm']))).toEqual([
      {
        pointer: '/principal/1',
        message: 'bo is recalled, and gets nothing while the recall stands',
        hint: 'Have security lift the recall first, by the approved deletion of its file in recalls/',
      },
    ]);
  });

  it('is silent where nobody is, and where nobody looked', () => {
    expect(said(new Set(['chi']))).toEqual([]);
    expect(said()).toEqual([]);
  });
});
