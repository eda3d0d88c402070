import { describe, expect, it } from 'vitest';
import { readGrant } from '../../src/grants/read-grant.ts';
import { clouds } from './clouds.ts';
import { bytesOf } from './example.ts';

const AZURE = 'azure: payments-prod, role: Reader';

function entry(words: string) {
  const text = `principal: ada\naccess:\n  - { ${words} }\nexpires: 2026-11-23T17:00:00Z\n`;
  const read = readGrant('grants/payments/x.yaml', bytesOf(text), clouds);
  return read.ok ? read.value.access[0] : read.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
}

describe('termsFrom', () => {
  it.each([
    [AZURE, {}],
    [`${AZURE}, enforce: pim`, { enforce: 'pim' }],
    [`${AZURE}, adopt: true`, { takeover: 'adopt' }],
    [`${AZURE}, adopt: false, replace: true, enforce: run`, { takeover: 'replace', enforce: 'run' }],
  ])('reads %s', (words, terms) =>
    expect(entry(words)).toStrictEqual({ kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader', ...terms }),
  );

  it('reads the same of a role of the catalogue, whose clouds are not known yet', () => {
    expect(entry('role: debug, place: payments-prod, enforce: auto, replace: true')).toEqual({
      kind: 'catalogue',
      role: 'debug',
      places: ['payments-prod'],
      enforce: 'auto',
      takeover: 'replace',
    });
  });

  it.each([
    ['gcp: payments-prod, role: roles/browser, enforce: pim', 'GK1224 3:57'],
    ['gcp: payments-prod, role: roles/browser, adopt: true', 'GK1225 3:55'],
    [`${AZURE}, adopt: true, replace: true`, 'GK1226 3:65'],
    [`${AZURE}, enforce: never`, 'GK1104 3:52'],
  ])('finds %s', (words, place) => expect(entry(words)).toEqual([place]));

  it('says which to keep, or to leave out', () => {
    const found = (words: string) => {
      const text = `principal: ada\naccess: [{ ${words} }]\nexpires: 2026-11-23T17:00:00Z\n`;
      const read = readGrant('grants/payments/x.yaml', bytesOf(text), clouds);
      return read.ok ? [] : read.findings.map(({ message, hint }) => [message, hint]);
    };
    expect(found(`${AZURE}, adopt: true, replace: true`)).toEqual([
      ['`adopt` and `replace` at once', 'Keep one: `adopt` marks what stands there as ours, `replace` makes ours in its place.'],
    ]);
    expect(found('gcp: payments-prod, role: roles/browser, adopt: true')).toEqual([
      [
        'nothing is adopted or replaced on Google Cloud, which keeps ours beside what was made by hand',
        'Leave it out, and have what was made by hand taken away.',
      ],
    ]);
  });
});
