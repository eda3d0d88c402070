import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/domain/instant.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { readRecall } from '../../src/grants/read-recall.ts';
import { readRole } from '../../src/grants/read-role.ts';
import { clouds } from './clouds.ts';
import { corpus } from './corpora.ts';
import { bytesOf } from './example.ts';

/** json-schema-org/JSON-Schema-Test-Suite, format tests. */
type Suite = readonly { readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[] }[];

const instants = corpus('json-schema-formats/date-time.json') as Suite | undefined;
const durations = corpus('json-schema-formats/duration.json') as Suite | undefined;

/** RFC 3339 has more spellings of a moment than one; ours is UTC, to the second, in capitals and of this century. */
const OTHER_SPELLINGS: ReadonlySet<string> = new Set([
  'a valid date-time string',
  'a valid date-time string without second fraction', // of 1963
  'a valid date-time string with plus offset',
  'a valid date-time string with minus offset',
  'a valid date-time with a leap second, UTC',
  'a valid date-time with a leap second, with minus offset',
  'case-insensitive T and Z',
  'a second fraction of fifteen nines is valid',
]);

function texts(suite: Suite | undefined) {
  return (suite ?? []).flatMap(({ tests }) => tests).flatMap(({ data, ...rest }) => (typeof data === 'string' ? [{ data, ...rest }] : []));
}

describe.runIf(instants !== undefined)('moments of the JSON Schema test suite', () => {
  it.each(texts(instants))('$description: $data', ({ description, data, valid }) => {
    const taken = parseInstant(data) !== undefined;
    expect(taken).toBe(valid && !OTHER_SPELLINGS.has(description));
    const recall = readRecall('recalls/x.yaml', bytesOf(JSON.stringify({ principal: 'x', since: data, reason: 'x' })), clouds);
    expect(recall.ok).toBe(taken);
  });

  it('differ from ours by known names only', () => {
    const differ = texts(instants).filter(({ data, valid }) => valid !== (parseInstant(data) !== undefined));
    expect(new Set(differ.map(({ description }) => description))).toEqual(OTHER_SPELLINGS);
  });
});

describe.runIf(durations !== undefined)('durations of the JSON Schema test suite', () => {
  // ISO 8601 has months and years, which have no length of their own. None of its spellings is one of ours, and none of ours is its.
  it.each(texts(durations))('$description: $data', ({ data }) => {
    expect(parsePeriod(data)).toBeUndefined();
    const role = JSON.stringify({ description: 'x', maxDuration: data, access: [{ gcp: '$place', role: 'roles/browser' }] });
    expect(readRole('policy/roles/x.yaml', bytesOf(role), clouds)).toMatchObject({ ok: false });
  });
});
