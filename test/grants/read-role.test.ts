import { describe, expect, it } from 'vitest';
import { readRole } from '../../src/grants/read-role.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'policy/roles/debug.yaml';
const TEXT = example[FILE] as string;

describe('readRole', () => {
  it('reads what is on offer', () => {
    const role = readRole(FILE, bytesOf(TEXT), clouds);
    expect(role).toMatchObject({
      ok: true,
      value: {
        name: 'debug',
        description: "Read logs and the replica's settings",
        maxDuration: 8 * 3_600_000,
        privileged: false,
        approvers: [],
        access: [
          { cloud: 'gcp', target: '$place', role: 'roles/logging.viewer' },
          { cloud: 'gcp', target: '$place', role: 'roles/cloudsql.viewer' },
          { cloud: 'azure', target: '$place', role: 'Reader' },
        ],
      },
    });
  });

  it('leaves out what is not written', () => {
    const role = readRole(FILE, bytesOf('description: x\naccess: [{ gcp: $place, role: roles/browser }]\n'), clouds);
    if (!role.ok) expect.fail('the text must read');
    expect(Object.keys(role.value).toSorted()).toEqual(['access', 'approvers', 'description', 'name', 'privileged', 'source']);
    expect(role.value.access.map((entry) => Object.keys(entry))).toEqual([['cloud', 'target', 'role']]);
  });

  it('reads a condition, and what lies below the place', () => {
    const role = readRole('policy/roles/release.yaml', bytesOf(example['policy/roles/release.yaml'] as string), clouds);
    expect(role).toMatchObject({
      ok: true,
      value: {
        privileged: true,
        approvers: ['sam'],
        access: [{ target: '$place/providers/Microsoft.Web/sites/shop', condition: "@Resource[x] StringEquals 'y'" }],
      },
    });
    expect(role.ok ? Object.keys(role.value) : []).not.toContain('maxDuration');
  });

  it('is neither privileged nor approved by more people unless it says so', () => {
    const role = readRole(FILE, bytesOf('description: x\naccess: [{ gcp: $place, role: roles/browser }]\n'), clouds);
    expect(role).toMatchObject({ ok: true, value: { privileged: false, approvers: [] } });
  });

  it('says who ends what it gives, where one of its clouds leaves the choice', () => {
    expect(readRole(FILE, bytesOf(`${TEXT}enforce: pim\n`), clouds)).toMatchObject({ ok: true, value: { enforce: 'pim' } });
    const alone = readRole(FILE, bytesOf('description: x\naccess: [{ gcp: $place, role: roles/browser }]\nenforce: pim\n'), clouds);
    expect(alone.ok ? [] : alone.findings).toMatchObject([
      {
        code: 'GK1224',
        message: '`enforce` makes no sense on Google Cloud',
        hint: 'Leave it out. It ends by itself.',
        at: { line: 3, column: 10 },
      },
    ]);
  });

  it.each([
    ['role: roles/logging.viewer', 'role: roles/owner', 'GK1209 6:26'],
    ['azure: $place', 'azure: $placement', 'GK1217 8:14'],
    ['azure: $place', 'azure: $place/', 'GK1217 8:14'],
    ['privileged: false', 'privileged: no', 'GK1103 3:13'],
    ['maxDuration: 8h', 'maxDuration: 0h', 'GK1206 2:14'],
  ])('finds %j as %j', (from, to, place) => {
    const role = readRole(FILE, bytesOf(TEXT.replace(from, to)), clouds);
    expect(role.ok ? [] : role.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual([place]);
  });
});
