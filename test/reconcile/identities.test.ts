import { describe, expect, it } from 'vitest';
import { namesByMember } from '../../src/reconcile/identities.ts';
import { aControl, CLOUDS, PEOPLE } from './builders.ts';

describe('namesByMember', () => {
  it('tells whose each identity is, of people, accounts, groups and services', () => {
    const { directory } = aControl();
    const names = namesByMember(directory, CLOUDS);
    expect(names.get('gcp\nuser:adm-ada@example.com')).toBe('ada-adm');
    expect(names.get('gcp\ngroup:oncall@example.com')).toBe('oncall');
    expect(new Set(names.values())).toEqual(new Set(PEOPLE.map(({ name }) => name)));
  });

  it('leaves out what does not read, and clouds that are not there', () => {
    const [ada] = PEOPLE;
    if (ada === undefined) throw new Error('there is nobody');
    const identities = new Map([
      ['gcp', 'ada at example'],
      ['elsewhere', 'user:ada@example.com'],
    ]);
    expect(namesByMember(new Map([['ada', { ...ada, identities }]]), CLOUDS).size).toBe(0);
  });

  it('is worked out once for the same people and clouds', () => {
    const [{ directory }, other] = [aControl(), aControl()];
    expect(namesByMember(directory, CLOUDS)).toBe(namesByMember(directory, CLOUDS));
    expect(namesByMember(other.directory, CLOUDS)).not.toBe(namesByMember(directory, CLOUDS));
    expect(namesByMember(directory, new Map()).size).toBe(0);
  });
});
