import { parseSync, type Span, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { ascii } from '../../scripts/ascii.ts';
import { eager } from '../../scripts/eager.ts';
import { plainTexts } from '../../scripts/plain-texts.ts';

/** Every function, as V8 tells where it lies: a method begins at its name. */
function everything(code: string): ReadonlySet<string> {
  const spans: Span[] = [];
  const bodies: Span[] = [];
  const take = (one: Span) => void spans.push(one);
  const takeMethod = (one: Span & { readonly value: Span }) => void (spans.push(one), bodies.push(one.value));
  new Visitor({
    FunctionDeclaration: take,
    FunctionExpression: take,
    ArrowFunctionExpression: take,
    MethodDefinition: takeMethod,
    Property: (one) => void ((one.method || one.kind !== 'init') && takeMethod(one)),
  }).visit(parseSync('chunk.js', code).program);
  return new Set(spans.filter((one) => !bodies.includes(one)).map(({ start, end }) => `${start}-${end}`));
}

async function valueOf(code: string): Promise<unknown> {
  const { value } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { readonly value: unknown };
  return value;
}

const KEPT: readonly (readonly [string, string])[] = [
  [
    'declared functions, wherever they stand',
    'export const value = [twice(2), name()];\nfunction twice(n) { return n * 2; }\nfunction name() { return twice.name; }',
  ],
  ['functions in functions', 'const add = (a) => (b) => [a, b].map((n) => function () { return n; }());\nexport const value = add(1)(2);'],
  [
    'methods, private ones and what they call',
    `class A { #n = 1; #next(by) { return (this.#n += by); } next(by = 2) { return [this.#next(by), ((n) => n)(3)]; } static of() { return new A(); } get n() { return this.#n; } }
const made = A.of();
export const value = [made.next(), made.next(5), made.n, Object.keys(A.prototype), A.prototype.next.name, A.prototype.next.length];`,
  ],
  [
    'methods that ask for those above, and a name that hides another',
    `const check = (n) => n + 1;
class A { check(n) { return check(n); } who() { return 'a'; } }
class B extends A { who() { return super.who() + 'b'; } check(n) { return this.who() + n; } }
export const value = [new A().check(1), new B().check(1), new B().who()];`,
  ],
  [
    'private names that are asked for, or stand in a class within',
    `class A { #x() { return 1; } #y() { return 2; } has(o) { return #x in o; } sum() { return this.#x() + this.#y() + new (class { #y() { return 10; } get() { return this.#y(); } })().get(); } }
export const value = [new A().has(new A()), new A().has({}), new A().sum()];`,
  ],
  [
    'methods of objects, late and step by step',
    `const it = { one(a) { return a; }, async two() { return 2; }, *three() { yield 3; }, get four() { return 4; }, ['fi' + 've']() { return 5; }, up() { return super.toString === Object.prototype.toString; } };
class C { async a() { return 1; } *b() { yield 2; } async *c() { yield 3; } }
const made = new C();
export const value = [it.one(1), await it.two(), ...it.three(), it.four, it.five(), it.up(), await made.a(), ...made.b(), (await made.c().next()).value, it.one.name];`,
  ],
];

describe('a program whose functions are compiled as soon as it is loaded', () => {
  it.each(KEPT)('does the same: %s', async (_, code) => {
    const made = eager(code, everything(code));
    expect(made).not.toBe(code);
    expect(await valueOf(made)).toEqual(await valueOf(code));
  });

  it('is the same text where nothing was called, and keeps its first line', () => {
    const code = '#!/usr/bin/env node\nfunction a() {}\n';
    expect(eager(code, new Set())).toBe(code);
    expect(eager(code, everything(code))).toMatch(/^#!\/usr\/bin\/env node\nvar a = \(function a\(\) \{\}\);\n/);
  });
});

describe('a program in ASCII', () => {
  it.each([
    ['texts', `export const value = ['\u2192', "\ufeff\u{1f600}", \`a\u00b5\${'\u00b5'}b\`, { \u00b5s: 1 }];`],
    ['patterns', `export const value = [/\u2192/.test('\u2192'), /[\u{1f600}]/u.test('\u{1f600}'), /^[\u{1f600}]$/.test('\u{1f600}')];`],
    ['names', `const \u00b5 = { \u00b5: 2 };\nexport const value = \u00b5.\u00b5;`],
  ])('says the same in its %s', async (_, code) => {
    expect(ascii(code)).toMatch(/^[\n\x20-\x7e]*$/);
    expect(await valueOf(ascii(code))).toEqual(await valueOf(code));
  });

  it.each(['export const value = String.raw`\u2192`;', "export const value = '\\\u2192';"])(
    'leaves alone what is taken as it is written: %s',
    (code) => expect(ascii(code)).toBe(code),
  );
});

describe('long texts', () => {
  const lines = `a\\b"c'd\u2028\n`.repeat(200);

  it('are the same in quotes', async () => {
    const code = `export const value = [\`${lines.replaceAll('\\', '\\\\')}\`, \`short\`];`;
    const plain = plainTexts(code);
    expect(plain.split('`')).toHaveLength(3);
    expect(await valueOf(plain)).toEqual([lines, 'short']);
  });

  it('are put apart where they are whole tables of ASCII', () => {
    const table = 'a.b\tget,list\n'.repeat(5000);
    const told: string[] = [];
    const apart = (text: string) => `read(${told.push(text)})`;
    expect(plainTexts(`const a = \`${table}\`, b = \`${table}\u00e9\`;`, apart)).toBe(
      `const a = read(1), b = ${JSON.stringify(`${table}\u00e9`)};`,
    );
    expect(told).toEqual([table]);
  });

  it('stay as they are where something stands in them or before them', () => {
    const long = 'x'.repeat(2000);
    const code = `const a = \`${long}\${1}\`, b = String.raw\`${long}\`;`;
    expect(plainTexts(code)).toBe(code);
  });
});
