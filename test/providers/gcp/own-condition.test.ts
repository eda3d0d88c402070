import { type ASTNode, parse, serialize } from '@marcbachmann/cel-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOwnCondition } from '../../../src/providers/gcp/own-condition.ts';

describe('parseOwnCondition', () => {
  it.each([
    'resource.name.startsWith("projects/_/buckets/ledger/objects/2026/")',
    "resource.type != 'storage.googleapis.com/Bucket' || resource.name.endsWith('/x')",
    'resource.service == "storage.googleapis.com" && resource.type == "storage.googleapis.com/Object"',
    'resource.name.extract("projects/{project}/") == "payments-prod"',
    'request.time.getHours("Europe/Berlin") >= 9 && request.time.getDayOfWeek("Europe/Berlin") < 6',
    'request.time < timestamp("2026-12-01T00:00:00Z") + duration("60s") || date("2026-01-01") > request.time',
    "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/pubsub.editor'])",
    'api.getAttribute("example.googleapis.com/flag", false)',
    '"accessPolicies/1/accessLevels/corp" in request.auth.access_levels',
    'resource.matchTag("123456789012/env", "prod") && !resource.hasTagKeyId("tagKeys/1")',
    'destination.ip == "10.0.0.1" && destination.port in [21, 22]',
    'request.path.startsWith("/admin") && request.host == "hr.example.com"',
    "!compute.isForwardingRuleCreationOperation() || compute.matchLoadBalancingSchemes(['INTERNAL'])",
    'resource.type == "a" ? resource.name == "b" : false',
    'resource.name == "a)" || resource.name == \'b("\'',
    'resource.name == "//cloudresourcemanager.googleapis.com/x"',
    'resource.name == "a\\"b" || resource.name == "c\\\\"',
    '((resource.name == "x"))',
    'true',
  ])('takes %s', (text) => expect(parseOwnCondition(text)).toEqual({ ok: true, value: text }));

  it('knows that who calls from where is told to Identity-Aware Proxy alone', () => {
    const text = 'resource.name == "x" || "accessPolicies/1/accessLevels/corp" in request.auth.access_levels';
    expect(parseOwnCondition(text, 'roles/iap.tunnelResourceAccessor')).toEqual({ ok: true, value: text });
    expect(parseOwnCondition(text, 'roles/logging.viewer')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Identity-Aware Proxy alone, so with roles/logging.viewer'),
      hint: expect.stringContaining('VPC Service Controls'),
    });
    expect(parseOwnCondition('resource.name == "request.auth.x"', 'roles/logging.viewer').ok).toBe(true);
  });

  it.each([
    ['what gets out of its brackets', 'a) || (a', 'a ")" closes nothing'],
    ['the same in earnest', 'resource.name == "x") || (true', 'a ")" closes nothing'],
    ['a bracket that stays open', '(resource.name == "x"', 'a "(" is not closed'],
    ['brackets of two kinds', '[resource.name == "x")', 'a ")" closes nothing'],
    ['a square bracket too many', 'resource.name == "x"]', 'a "]" closes nothing'],
    ['a curly bracket too many', 'resource.name == "x"}', 'a "}" closes nothing'],
    ['a comment', 'resource.name == "x" // )', 'the condition holds a comment'],
    ['a comment that swallows what follows', '//', 'the condition holds a comment'],
    ['two lines', 'resource.name == "x"\n|| true', 'not one line'],
    ['a line separator', 'resource.name == "x"\u2028|| true', 'not one line'],
    ['a tab', 'resource.name\t== "x"', 'not one line'],
    ['what only looks like plain letters', 'resource.name == "\u0430"', 'plain ASCII'],
    ['a raw string, which readers end in two places', 'resource.name == r"\\" || true || "" == "x"', 'a string has a prefix'],
    ['bytes', 'b"x" == b"x"', 'a string has a prefix'],
    ['three quotes', 'resource.name == """x"""', 'a string has three quotes'],
    ['three single quotes', "resource.name == '''x'''", 'a string has three quotes'],
    ['an open string', 'resource.name == "x', 'a string is not closed'],
    ['a string that ends in a backslash', 'resource.name == "x\\', 'a string is not closed'],
    ['a string that its escape keeps open', 'resource.name == "x\\"', 'a string is not closed'],
    ['nothing', '', 'the condition is empty'],
    ['blanks', '   ', 'the condition is empty'],
    ['two expressions', 'true true', 'Unexpected character'],
    ['half an expression', 'resource.name ==', 'Unexpected token'],
    ['an escape that is none', 'resource.name == "\\q"', 'Invalid escape sequence'],
    ['text', '"x"', '"x" is not true or false'],
    ['an attribute', 'resource.name', 'resource.name is not true or false'],
    ['a function without its call', 'resource.name.startsWith', 'resource.name.startsWith is not true or false'],
    ['a moment', 'timestamp("2026-12-01T00:00:00Z")', 'is not true or false'],
    ['an attribute of another type', 'api.getAttribute("x", [])', 'api.getAttribute("x", []) is not true or false'],
    ['an attribute without its default', 'api.getAttribute()', 'is not true or false'],
    ['text among what is true or false', 'resource.name == "x" && resource.type', 'resource.type is not true or false'],
    ['text before it', 'resource.type || true', 'resource.type is not true or false'],
    ['text after not', '!resource.type', 'resource.type is not true or false'],
    ['text in a choice', 'true ? resource.name : false', 'resource.name is not true or false'],
    ['text at the end of a choice', 'true ? true : resource.name', 'resource.name is not true or false'],
    ['text that chooses', 'resource.name ? true : true', 'resource.name is not true or false'],
    ['an unknown attribute', 'resourse.name == "x"', 'resourse is no attribute of a request'],
    ['an unknown attribute in a list', 'resource.name in [name]', 'name is no attribute of a request'],
    ['an unknown attribute in a map', '{"a": name} == {"a": "x"}', 'name is no attribute of a request'],
    ['a walk, which Google does not have', 'request.auth.access_levels.exists(x, x == "a")', 'x is no attribute of a request'],
    ['11 logical operators', Array.from({ length: 12 }, () => 'true').join(' && '), 'has 11 logical operators'],
    ['too many brackets', `${'('.repeat(21)}true${')'.repeat(21)}`, 'more than 20 brackets'],
    ['too much', `resource.name == "${'x'.repeat(1000)}"`, 'longer than 1000'],
  ])('refuses %s', (_, text, problem) => {
    expect(parseOwnCondition(text)).toEqual({ ok: false, problem: expect.stringContaining(problem), hint: expect.stringMatching(/\S/) });
  });

  it('takes what is just short and flat enough', () => {
    expect(parseOwnCondition(`resource.name == "${'x'.repeat(1000 - 'resource.name == ""'.length)}"`).ok).toBe(true);
    expect(parseOwnCondition(`${'('.repeat(20)}true${')'.repeat(20)}`).ok).toBe(true);
  });

  it.each([
    ['||', Array.from({ length: 12 }, () => 'true').join(' || ')],
    ['!', `${'!'.repeat(11)}true`],
    ['?:', `${'true ? true : '.repeat(11)}true`],
  ])('counts %s among the logical operators', (_, text) => {
    expect(parseOwnCondition(text)).toMatchObject({ ok: false, problem: 'the condition has 11 logical operators' });
  });

  it('names what a condition can speak of', () => {
    expect(parseOwnCondition('x == 1')).toMatchObject({ hint: 'Conditions speak of request, resource, api, destination, compute' });
  });

  it.each(['==', '!=', '<', '<=', '>', '>='])('takes a comparison by %s', (sign) => {
    expect(parseOwnCondition(`request.time.getHours("Europe/Berlin") ${sign} 9`)).toMatchObject({ ok: true });
  });

  it('takes ten logical operators, which leave two for the end', () => {
    expect(parseOwnCondition(Array.from({ length: 11 }, () => 'true').join(' || ')).ok).toBe(true);
  });
});

function right(text: string): ASTNode {
  const { ast } = parse(`request.time < timestamp("2026-12-01T00:00:00Z") && (${text})`);
  if (ast.op !== '&&') throw new Error(`${text} got out of its brackets`);
  expect(serialize(ast.args[0])).toBe('request.time < timestamp("2026-12-01T00:00:00Z")');
  return ast.args[1];
}

describe('whatever is taken', () => {
  const PIECES = [
    'resource.name',
    '"x"',
    "'y'",
    '"',
    "'",
    ' == ',
    ' && ',
    ' || ',
    '!',
    '(',
    ')',
    '[',
    ']',
    '//',
    '\\',
    ' ',
    'true',
    'r"',
    '"""',
    ' ? ',
    ' : ',
    '\n',
  ];

  it('stays behind our end when it is put into brackets beside it', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        if (!parseOwnCondition(text).ok) return;
        taken++;
        expect(serialize(right(text))).toBe(serialize(parse(text).ast));
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
