import {
  type ClassBody,
  type ClassElement,
  type Function as ESTreeFunction,
  type PrivateIdentifier,
  type Program,
  Visitor,
} from 'oxc-parser';
import { type Edit, isWithin, type Stretch } from './edits.ts';

export type Shorthand = Stretch & { readonly key: Stretch; readonly value: ESTreeFunction };

/** Methods of objects that are written out, such as `{ check(ast) {} }`, and called. */
export function calledShorthands(program: Program, isCalled: (one: Stretch) => boolean): readonly Shorthand[] {
  const found: Shorthand[] = [];
  const bound: Stretch[] = [];
  new Visitor({
    Super: (one) => void bound.push(one),
    Property: (one) => {
      const { key, value, method, computed } = one;
      if (!('method' in one) || !method || computed || value.type !== 'FunctionExpression' || !isCalled(one)) return;
      if (key.type === 'Identifier' && key.name !== '__proto__') found.push({ start: one.start, end: one.end, key, value });
    },
  }).visit(program);
  return found.filter((one) => !bound.some((part) => isWithin(part, one)));
}

export function headOf({ async, generator }: ESTreeFunction): string {
  return `${async ? 'async ' : ''}function${generator ? '*' : ''} `;
}

export interface Method extends Stretch {
  readonly name: string;
  readonly head: string;
  readonly value: Stretch;
}

/** Methods of a class that are to be set by a static block; private ones under a name that nothing else has. */
export interface Methods {
  readonly body: Stretch;
  readonly all: readonly Method[];
  readonly renamed: readonly Edit[];
}

export function movedMethods(program: Program, code: string, isCalled: (one: Stretch) => boolean): readonly Methods[] {
  const bodies: ClassBody[] = [];
  const hidden: PrivateIdentifier[] = [];
  const bound: Stretch[] = [];
  new Visitor({
    ClassBody: (one) => void bodies.push(one),
    PrivateIdentifier: (one) => void hidden.push(one),
    // What asks for its home, or whether a name is there, means the method itself.
    Super: (one) => void bound.push(one),
  }).visit(program);
  return bodies.flatMap((body, at) => {
    const inner = bodies.filter((other) => other !== body && isWithin(other, body));
    const nested = bodies.some((other) => other !== body && isWithin(body, other));
    const taken = new Set(inner.flatMap(privateNames).map((name) => privateName(name, at)));
    const inside = hidden.filter((one) => isWithin(one, body));
    const all = (nested ? [] : body.body.flatMap((one) => methodOf(one, code, at, isCalled, bound, inside))).filter(
      ({ name }) => !taken.has(name),
    );
    const names = new Set(all.map(({ name }) => name));
    const renamed = inside.flatMap((one) => {
      const name = privateName(one.name, at);
      return names.has(name) ? [{ start: one.start, end: one.end, text: name }] : [];
    });
    return all.length === 0 ? [] : [{ body, all, renamed }];
  });
}

/** What they stand for in a class is not what they stand for in the class around it. */
function privateNames({ body }: ClassBody): readonly string[] {
  return body.flatMap((one) => ('key' in one && one.key.type === 'PrivateIdentifier' ? [one.key.name] : []));
}

function privateName(name: string, at: number): string {
  return `$${name}$${at}`;
}

function methodOf(
  one: ClassElement,
  code: string,
  at: number,
  isCalled: (one: Stretch) => boolean,
  bound: readonly Stretch[],
  hidden: readonly PrivateIdentifier[],
): readonly Method[] {
  if (one.type !== 'MethodDefinition' || one.kind !== 'method' || one.static || one.computed || !isCalled(one)) return [];
  const { key, value } = one;
  if (bound.some((part) => isWithin(part, one)) || code.slice(key.start, key.end) === '__proto__') return [];
  if (key.type !== 'Identifier' && key.type !== 'PrivateIdentifier') return [];
  // `#name in x` asks for the private name itself.
  const asked = hidden.some((part) => part.name === key.name && code[part.start - 1] !== '.' && part.start !== key.start);
  if (key.type === 'PrivateIdentifier' && asked) return [];
  const name = key.type === 'PrivateIdentifier' ? privateName(key.name, at) : key.name;
  return [{ start: one.start, end: one.end, name, head: headOf(value), value }];
}
