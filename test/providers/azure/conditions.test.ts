import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../src/providers/azure/conditions.ts';

describe('checkCondition', () => {
  it.each([
    "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'x'",
    "((!(ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'})) OR (@Request[x:y] StringLike 'a)b(*'))",
    "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Project] StringEquals 'it''s [open'",
    "@Environment[UtcNow] DateTimeLessThan '2026-11-23T17:00:00Z'",
    '@Request[a:b] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7, b24988ac-6180-42a0-ab88-20f7382dd24c}',
  ])('takes %s', (condition) => {
    expect(checkCondition(condition)).toEqual({ ok: true, value: condition });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ["@Resource[a:b] StringEquals 'x'\nOR true", 'one line'],
    ["@Resource[a:b] StringEquals 'é'", 'ASCII'],
    ["@Resource[a:b] StringEquals 'x", 'quote'],
    ["@Resource[a:b] StringEquals ''x'", 'quote'],
    ['@Resource[a:b] StringEquals "x"', 'single quotes'],
    ["(@Resource[a:b] StringEquals 'x'", ') is missing'],
    ["@Resource[a:b] StringEquals 'x')", ') closes nothing'],
    ["(@Resource[a:b) StringEquals 'x']", 'closes nothing'],
    ["@Resource[a:b] StringEquals {'x'", '} is missing'],
    ['true', 'no attribute'],
    ["'@Resource[a]'", 'no attribute'],
    [`@Resource[a:b] StringEquals '${'x'.repeat(7936)}'`, '7936'],
  ])('refuses %j', (condition, problem) => {
    expect(checkCondition(condition)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
      hint: "Write it as Azure shows it, on one line: @Resource[<attribute>] StringEquals '<value>'.",
    });
  });

  it('takes 7936 characters, which leaves room for the end, and no more', () => {
    const long = (length: number) => `@Resource[a:b] StringEquals '${'x'.repeat(length - 29 - 1)}'`;
    expect(long(7936)).toHaveLength(7936);
    expect(checkCondition(long(7936)).ok).toBe(true);
    expect(checkCondition(long(7937))).toMatchObject({ problem: 'the condition is longer than 7936 characters' });
  });

  it.each([
    ["@Resource[a:b] StringEquals 'x\\'", 'the condition has a backslash'],
    ["@Resource[a:b] StringEquals 'x", 'a quote is not closed'],
    ['@Resource[a:b] StringEquals "x"', 'values stand in single quotes'],
    ['true', 'the condition names no attribute and no action'],
    ["@Reso'x'urce[a:b] StringEquals 'x'", 'the condition names no attribute and no action'],
    ['', 'the condition is empty'],
    ["@Resource[a:b] StringEquals 'é'", 'the condition is not one line of ASCII characters'],
    ["@Resource[a:b] StringEquals 'x')", 'a bracket ) closes nothing'],
    ["@Resource[a:b] StringEquals {{'x'}", 'a bracket } is missing'],
    ["(@Resource[a:b] StringEquals 'x'}", 'a bracket } closes nothing'],
    ["([@Resource[a:b] StringEquals 'x'", 'a bracket ] is missing'],
  ])('says what is wrong with %j', (condition, problem) => expect(checkCondition(condition)).toMatchObject({ problem }));

  it.each(['@Request[a:b]', '@principal[a:b]', "ActionMatches{'a/read'}", '@Environment[UtcNow]'])(
    'finds what is asked about in %s',
    (text) => expect(checkCondition(`${text} OR false`).ok).toBe(true),
  );
});
