import { describe, expect, it } from 'vitest';
import { recallStates } from '../../src/reconcile/recall-history.ts';
import { recalled } from '../../src/reconcile/recalls.ts';
import { aControl, at, CLOUDS, PROVED, source, UNPROVED } from './builders.ts';

const directory = aControl().directory;

function recall(name: string, principal = name) {
  return { name, principal, since: at('09:00'), reason: 'x', source: source(`recalls/${name}.yaml`) };
}

describe('recallStates', () => {
  it('stands while its file does, and is lifted by an approved deletion alone', () => {
    const file = {
      name: 'gil',
      path: 'recalls/gil.yaml',
      position: 900,
      at: at('09:00'),
      body: { kind: 'recall', recall: recall('gil') },
    } as const;
    const gone = { name: 'gil', path: 'recalls/gil.yaml', position: 1000, at: at('10:00'), body: { kind: 'deleted' } } as const;
    expect(recallStates([file], [])).toEqual([{ name: 'gil', principal: 'gil', standing: true }]);
    expect(recallStates([file, { ...gone, proof: UNPROVED }], [])).toEqual([{ name: 'gil', principal: 'gil', standing: true }]);
    expect(recallStates([file, { ...gone, proof: PROVED }], [])).toEqual([
      { name: 'gil', principal: 'gil', standing: false, liftedAt: 1000 },
    ]);
    expect(recallStates([file, { ...gone, proof: PROVED }, file, gone], [])).toEqual([
      { name: 'gil', principal: 'gil', standing: true, liftedAt: 1000 },
    ]);
  });

  it('recalls the newest readable principal, or the stem, when its file does not read', () => {
    const broken = { name: 'x', path: 'recalls/x.yaml', position: 900, at: at('09:00'), body: { kind: 'unreadable' } } as const;
    expect(recallStates([broken], [])).toEqual([{ name: 'x', principal: 'x', standing: true }]);
    const file = {
      name: 'x',
      path: 'recalls/x.yaml',
      position: 800,
      at: at('08:00'),
      body: { kind: 'recall', recall: recall('x', 'gil') },
    } as const;
    const states = recallStates([file, broken], []);
    expect(states).toEqual(['gil', 'x'].map((principal) => ({ name: 'x', principal, standing: true })));
    expect(recalled(states, [directory], CLOUDS).unknown).toEqual([]);
  });

  it('recalls whom a file named that was lifted, when it comes back and does not read', () => {
    const [path, name] = ['recalls/x.yaml', 'x'];
    const file = { name, path, position: 800, at: at('08:00'), body: { kind: 'recall', recall: recall('x', 'gil') } } as const;
    const gone = { name, path, position: 830, at: at('08:30'), body: { kind: 'deleted' }, proof: PROVED } as const;
    const broken = { name, path, position: 900, at: at('09:00'), body: { kind: 'unreadable' } } as const;
    const standing = recallStates([file, gone, broken], []).filter((one) => one.standing);
    expect(standing.map(({ principal }) => principal)).toEqual(['x', 'gil']);
  });

  it('is not lifted for anybody by an edit, which needs no approval, and for all by an approved deletion', () => {
    const path = 'recalls/gil.yaml';
    const file = { name: 'gil', path, position: 900, at: at('09:00'), body: { kind: 'recall', recall: recall('gil') } } as const;
    const edited = { ...file, position: 930, at: at('09:30'), body: { kind: 'recall', recall: recall('gil', 'nobody') } } as const;
    expect(recallStates([file, edited], []).map((one) => [one.principal, one.standing])).toEqual([
      ['gil', true],
      ['nobody', true],
    ]);
    const gone = { name: 'gil', path, position: 1000, at: at('10:00'), body: { kind: 'deleted' }, proof: PROVED } as const;
    expect(recallStates([file, edited, gone], []).map((one) => [one.principal, one.standing, one.liftedAt])).toEqual([
      ['gil', false, 1000],
      ['nobody', false, 1000],
    ]);
    expect(recallStates([file], [{ name: 'gil', recall: recall('gil', 'nobody'), at: at('09:10') }])).toMatchObject([
      { principal: 'gil', standing: true },
      { principal: 'nobody', standing: true },
    ]);
  });

  it('locks out once that is approved or confirmed, through every edit, until it is lifted', () => {
    const path = 'recalls/gil.yaml';
    const body = { kind: 'recall', recall: { ...recall('gil'), lockdown: true } } as const;
    const file = { name: 'gil', path, position: 900, at: at('09:00'), body } as const;
    const locks = (...versions: Parameters<typeof recallStates>[0]) => recallStates(versions, []).map((one) => one.locks ?? false);
    expect(locks(file)).toEqual([false]);
    expect(locks({ ...file, lockProof: UNPROVED })).toEqual([false]);
    expect(locks({ ...file, lockProof: PROVED })).toEqual([true]);
    const edited = { ...file, body: { kind: 'recall', recall: recall('gil') } } as const;
    expect(locks({ ...file, lockProof: PROVED }, edited)).toEqual([true]);
    expect(
      locks(
        { ...file, lockProof: PROVED },
        { name: 'gil', path, position: 1000, at: at('10:00'), body: { kind: 'deleted' }, proof: PROVED },
      ),
    ).toEqual([false]);
    const branch = { name: 'gil', recall: body.recall, at: at('09:00') };
    expect(recallStates([], [branch])).toEqual([{ name: 'gil', principal: 'gil', standing: true }]);
    expect(recallStates([], [{ ...branch, confirmed: true }])).toEqual([{ name: 'gil', principal: 'gil', standing: true, locks: true }]);
  });

  it('stands until the last file of its stem is deleted', () => {
    const wrong = { name: 'gil', path: 'recalls/gil.yml', position: 900, at: at('09:00'), body: { kind: 'unreadable' } } as const;
    const right = {
      name: 'gil',
      path: 'recalls/gil.yaml',
      position: 930,
      at: at('09:30'),
      body: { kind: 'recall', recall: recall('gil') },
    } as const;
    const mended = { ...wrong, position: 930, at: at('09:30'), body: { kind: 'deleted' }, proof: PROVED } as const;
    expect(recallStates([wrong, right, mended], [])).toEqual([{ name: 'gil', principal: 'gil', standing: true }]);
    const lifted = { ...right, position: 1000, at: at('10:00'), body: { kind: 'deleted' }, proof: PROVED } as const;
    expect(recallStates([wrong, right, mended, lifted], [])).toMatchObject([{ standing: false, liftedAt: 1000 }]);
  });

  it('counts a branch, unless the file was lifted later', () => {
    const lifted = [
      { name: 'gil', path: 'recalls/gil.yaml', position: 900, at: at('09:00'), body: { kind: 'recall', recall: recall('gil') } },
      { name: 'gil', path: 'recalls/gil.yaml', position: 1000, at: at('10:00'), body: { kind: 'deleted' }, proof: PROVED },
    ] as const;
    expect(recallStates([], [{ name: 'ada', recall: recall('ada'), at: at('09:00') }])).toEqual([
      { name: 'ada', principal: 'ada', standing: true },
    ]);
    expect(recallStates([], [{ name: 'ada', at: at('09:00') }])).toEqual([{ name: 'ada', principal: 'ada', standing: true }]);
    expect(recallStates(lifted, [{ name: 'gil', recall: recall('gil'), at: at('09:30') }])[0]?.standing).toBe(false);
    expect(recallStates(lifted, [{ name: 'gil', recall: recall('gil'), at: at('10:00') }])[0]?.standing).toBe(true);
    expect(recallStates(lifted, [{ name: 'gil', at: at('11:00') }])[0]).toMatchObject({
      standing: true,
      principal: 'gil',
      liftedAt: 1000,
    });
  });
});

describe('recalled', () => {
  const standing = (principal: string) => recalled([{ name: 'x', principal, standing: true }], [directory], CLOUDS);

  it('acts on every identity of the same human', () => {
    const { members, names } = standing('ada-adm');
    expect([...names].sort()).toEqual(['ada', 'ada-adm']);
    expect([...members].sort()).toEqual([
      'azure\n1b2c0000-0000-4000-8000-000000000001',
      'gcp\nuser:ada@example.com',
      'gcp\nuser:adm-ada@example.com',
    ]);
  });

  it('finds the human behind a raw identity', () => {
    expect([...standing('user:gil@example.com').names]).toEqual(['gil']);
    expect([...standing('group:oncall@example.com').names]).toEqual(['oncall']);
    expect([...standing('serviceAccount:deployer@p.iam.gserviceaccount.com').names]).toEqual(['deployer']);
  });

  it('takes a stranger by the raw identity, and reports a name that nobody ever had', () => {
    const stranger = standing('user:mallory@evil.example');
    expect([...stranger.members]).toEqual(['gcp\nuser:mallory@evil.example']);
    expect(stranger.unknown).toEqual([]);
    expect(standing('mallory').unknown).toEqual(['mallory']);
  });

  it('knows people that the files no longer name', () => {
    expect(recalled([{ name: 'x', principal: 'gil', standing: true }], [new Map(), directory], CLOUDS).members.size).toBe(2);
  });

  it('remembers where in history a recall was lifted, for every name of the human, and the latest of several', () => {
    const states = [
      { name: 'a', principal: 'ada', standing: false, liftedAt: 1000 },
      { name: 'b', principal: 'ada-adm', standing: false, liftedAt: 900 },
    ];
    const { members, lifted } = recalled(states, [directory], CLOUDS);
    expect(members.size).toBe(0);
    expect(lifted.get('ada-adm')).toBe(1000);
    expect(lifted.get('ada')).toBe(1000);
  });
});
