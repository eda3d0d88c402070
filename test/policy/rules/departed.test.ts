import { describe, expect, it } from 'vitest';
import { departed } from '../../../src/policy/rules/departed.ts';
import { asked, at, control, directoryOf, grant, principal } from '../acme.ts';

function leaving(text: string) {
  const person = principal('max', 'person', { left: at(text) });
  return control({ directory: directoryOf(person, principal('max-adm', 'account', { person: 'max' })) });
}

const max = grant({ principals: ['ada', 'max'] });

describe('departed', () => {
  it('holds for who stays, and for who leaves later', () => {
    expect(departed.judge(asked())).toEqual([]);
    expect(departed.judge(asked({ grant: max, control: leaving('2026-11-23T09:00:01Z') }))).toEqual([]);
  });

  it('refuses who has left, by whatever account', () => {
    expect(departed.judge(asked({ grant: grant({ principals: ['eve'] }) }))).toMatchObject([
      {
        pointer: '/principal/0',
        message: 'eve leaves at 2026-11-20T16:00:00Z, before the access begins',
        hint: 'Take the name out, or mend left: in policy/people',
      },
    ]);
    const account = grant({ principals: ['max-adm'] });
    expect(departed.judge(asked({ grant: account, control: leaving('2026-11-23T09:00:00Z') }))).toHaveLength(1);
  });

  it('refuses who leaves before it starts', () => {
    const scheduled = { ...max, starts: at('2026-11-23T12:00:00Z') };
    expect(departed.judge(asked({ grant: scheduled, control: leaving('2026-11-23T11:00:00Z') }))).toMatchObject([
      { pointer: '/principal/1' },
    ]);
  });
});
