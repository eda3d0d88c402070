import { describe, expect, it } from 'vitest';
import { assembleDirectory, home } from '../../src/grants/directory.ts';
import { clouds } from './clouds.ts';
import { controlFindings, edited, treeWith } from './assembled.ts';

const PAYMENTS = 'policy/people/payments.yaml';

describe('assembleDirectory', () => {
  it('knows all names in order', () => {
    const { directory, findings } = assembleDirectory(treeWith().parts.principals.toReversed(), clouds);
    expect([...directory.keys()]).toEqual(['ada', 'ada-adm', 'bo', 'chi', 'deployer', 'eve', 'gil', 'kim', 'payments-oncall', 'sam']);
    expect(findings).toEqual([]);
  });

  it('says where a name is at home', () => {
    const { directory } = assembleDirectory(treeWith().parts.principals, clouds);
    const deployer = directory.get('deployer');
    expect(deployer === undefined ? '' : home(deployer)).toBe('policy/people/payments.yaml:10');
  });

  it.each([
    ['gcp: user:chi@example.com', 'gcp: user:Bo@example.com', 'payments.yaml:4:46 GK1303 this identity has a name already'],
    ['github: chi-p', 'github: BO-S', 'payments.yaml:4:34 GK1303 this identity has a name already'],
    ['  deployer:', '  chi:', 'payments.yaml:10:3 GK1302 `chi` is a name already'],
    ['person: ada,', 'person: ada-adm,', 'payments.yaml:5:22 GK1304 `ada-adm` is an account'],
    ['person: ada,', 'person: adda,', 'payments.yaml:5:22 GK1301 nobody is called `adda`'],
    ['[ada, chi]', '[ada, payments-oncall]', 'payments.yaml:8:122 GK1304 `payments-oncall` is a group'],
    ['[ada, chi]', '[ada-adm, nobody]', 'payments.yaml:8:126 GK1301 nobody is called `nobody`'],
  ])('finds %j as %j', (from, to, expected) => {
    const changes = edited(PAYMENTS, from, to);
    if (to === '  chi:') Object.assign(changes, edited('policy/policy.yaml', 'protect: [deployer]', 'protect: []'));
    expect(controlFindings(changes)).toEqual([expected]);
  });

  it('compares identities as their cloud does, and as they stand where it knows none', () => {
    const [ada, ...rest] = treeWith().parts.principals;
    if (ada === undefined) expect.fail('there are people');
    const odd = (name: string) => ({ ...ada, name, person: name, github: name, identities: new Map([['gcp', 'odd']]) });
    const { findings } = assembleDirectory([ada, ...rest, odd('x'), odd('y')], clouds);
    expect(findings).toMatchObject([{ code: 'GK1303', hint: expect.stringContaining('`x` has it') }]);
  });

  it.each(['user', 'group', 'serviceAccount'] as const)('finds a second name for a %s in other letters', (word) => {
    const kind = { user: 'account', group: 'group', serviceAccount: 'service' }[word] as 'account' | 'group' | 'service';
    const [ada] = treeWith().parts.principals;
    if (ada === undefined) expect.fail('there are people');
    const { github: _, ...plain } = ada;
    const odd = (name: string, at: string) => ({ ...plain, kind, name, person: 'ada', identities: new Map([['gcp', `${word}:${at}`]]) });
    const { findings } = assembleDirectory([ada, odd('x', 'ops@example.com'), odd('y', 'Ops@Example.com')], clouds);
    expect(findings).toMatchObject([{ code: 'GK1303', hint: expect.stringContaining('`x` has it') as string }]);
  });

  it('lets one text stand for another in another cloud', () => {
    const [ada] = treeWith().parts.principals;
    if (ada === undefined) expect.fail('there are people');
    const guid = '1b2c0000-0000-4000-8000-00000000000a';
    const one = { ...ada, name: 'x', person: 'x', github: 'x', identities: new Map([['gcp', guid]]) };
    const other = { ...one, name: 'y', person: 'y', github: 'y', identities: new Map([['azure', guid]]) };
    expect(assembleDirectory([one, other], clouds).findings).toEqual([]);
  });
});
