import { describe, expect, it } from 'vitest';
import { deniedRole } from '../../../src/policy/rules/denied-role.ts';
import { asked, control, policy, role, source, use } from '../acme.ts';

function problems(globs: readonly string[], changes: Parameters<typeof use>[0]) {
  return deniedRole.judge(
    asked({ control: control({ policy: policy({ deny: { roles: globs, principals: [] } }) }), uses: [use(changes)] }),
  );
}

describe('denied-role', () => {
  it.each([
    ['gcp:roles/*.admin', 'gcp', 'roles/storage.admin'],
    ['gcp:roles/*.admin', 'gcp', 'roles/storage.Admin'],
    ['gcp:roles/*', 'gcp', 'roles/viewer'],
    ['gcp:roles/storage.admin', 'gcp', 'roles/storage.admin'],
    ['azure:Owner', 'azure', 'Owner'],
    ['azure:Owner', 'azure', 'owner'],
    ['azure:8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'azure', 'Owner'],
    ['azure:*Contributor*', 'azure', 'Storage Blob Data Contributor'],
    ['*:*', 'azure', 'Reader'],
  ])('%s denies %s:%s', (glob, cloud, text) => {
    expect(problems(['x', glob], { role: { cloud, text } })).toMatchObject([
      { pointer: '/access/0', message: `${cloud}:${text}, which debug stands for, is denied`, hint: expect.stringContaining(`"${glob}"`) },
    ]);
  });

  it.each([
    ['gcp:roles/*.admin', 'gcp', 'roles/storage.adminViewer'],
    ['gcp:roles/*.admin', 'gcp', 'organizations/123456789012/roles/storage.admin'],
    ['gcp:*', 'gcp', 'roles/viewer'],
    ['gcp:roles/.', 'gcp', 'roles/x'],
    ['azure:Owner', 'gcp', 'Owner'],
    ['azure:Owner', 'azure', 'Storage Blob Data Owner'],
  ])('%s leaves %s:%s', (glob, cloud, text) => expect(problems([glob], { role: { cloud, text } })).toEqual([]));

  it('knows a role by the spellings that the cloud gave it', () => {
    const aliases = ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'];
    const found = problems(['azure:Owner'], { role: { cloud: 'azure', text: '8E3AF657-A8FF-443C-A75C-2FE8C4BCB635', aliases } });
    expect(found).toHaveLength(1);
  });

  it('judges what the catalogue stands for where the cloud role is not known', () => {
    const access = [
      { cloud: 'gcp', target: '$place', role: 'roles/storage.admin' },
      { cloud: 'azure', target: '$place', role: 'Reader' },
    ];
    const roles = new Map([['debug', role('debug', { access })]]);
    const strict = control({ policy: policy({ deny: { roles: ['gcp:roles/*.admin'], principals: [] } }), roles });
    const { role: _, ...whole } = use();
    const { catalogueRole: __, ...nothing } = whole;
    expect(deniedRole.judge(asked({ control: strict, uses: [whole] }))).toMatchObject([
      { message: 'gcp:roles/storage.admin, which debug stands for, is denied' },
    ]);
    expect(deniedRole.judge(asked({ control: strict, uses: [{ ...whole, catalogueRole: 'ghost' }, nothing] }))).toEqual([]);
  });

  it('names the first entry that denies it, and where it stands', () => {
    const deny = { roles: ['x', 'gcp:roles/l*', 'gcp:roles/*'], principals: [] };
    const strict = control({ policy: policy({ deny, source: source('policy/policy.yaml', ['/deny/roles/1']) }) });
    expect(deniedRole.judge(asked({ control: strict }))).toMatchObject([
      { hint: expect.stringContaining('"gcp:roles/l*"'), at: { line: 1 } },
    ]);
  });

  it('speaks of a cloud’s own role by itself', () => {
    const { catalogueRole: _, ...own } = use();
    const strict = control({ policy: policy({ deny: { roles: ['gcp:roles/*'], principals: [] } }) });
    expect(deniedRole.judge(asked({ control: strict, uses: [own] }))).toMatchObject([{ message: 'gcp:roles/logging.viewer is denied' }]);
  });
});
