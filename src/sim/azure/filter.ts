/** One condition of a `$filter`: a call such as `atScope()` or `assignedTo('<id>')`, or `<field> eq '<text>'`. */
export type Term =
  | { readonly kind: 'call'; readonly name: string; readonly argument: string | undefined }
  | { readonly kind: 'equals'; readonly field: string; readonly value: string };

const TEXT = "'((?:[^']|'')*)'";
const CALL = new RegExp(`^(\\w+)\\(\\s*(?:${TEXT})?\\s*\\)`);
const EQUALS = new RegExp(`^(\\w+)\\s+eq\\s+${TEXT}`, 'i');
const AND = /^\s+and\s+/i;

/**
 * The terms of a filter, all of which must hold; undefined for anything else. The little of OData 4.01 (URL conventions,
 * section 5.1.1) that the authorization APIs take: calls and equalities joined by `and`, a quote in a text written twice.
 * Names are given in lower case, since the services compare them so.
 */
export function termsOf(filter: string): readonly Term[] | undefined {
  const terms: Term[] = [];
  let rest = filter.trim();
  for (;;) {
    const read = callIn(rest) ?? equalsIn(rest);
    if (read === undefined) return undefined;
    terms.push(read.term);
    rest = rest.slice(read.length);
    if (rest === '') return terms;
    const and = AND.exec(rest);
    if (and === null) return undefined;
    rest = rest.slice(and[0].length);
  }
}

interface Read {
  readonly term: Term;
  readonly length: number;
}

function callIn(text: string): Read | undefined {
  const match = CALL.exec(text);
  if (match === null) return undefined;
  return { term: { kind: 'call', name: (match[1] ?? '').toLowerCase(), argument: plain(match[2]) }, length: match[0].length };
}

function equalsIn(text: string): Read | undefined {
  const match = EQUALS.exec(text);
  if (match === null) return undefined;
  return { term: { kind: 'equals', field: (match[1] ?? '').toLowerCase(), value: plain(match[2]) ?? '' }, length: match[0].length };
}

function plain(quoted: string | undefined): string | undefined {
  return quoted?.replaceAll("''", "'");
}
