import { parseSync, type Span, Visitor } from 'oxc-parser';

/** What ASCII does not have, unless a backslash stands before it and already says what it means. */
const FOREIGN = /(?<!\\)[\u0080-\uffff]/;

/**
 * The same code with escapes in its texts, patterns and names for what ASCII does not have. A single other sign makes a program take twice
 * the memory, and longer to read, to compare with what Node keeps of it, and to hand on.
 */
export function ascii(code: string): string {
  if (!FOREIGN.test(code)) return code;
  const raw = new Set<number>();
  const spans: Span[] = [];
  const take = ({ start, end }: Span) => void (FOREIGN.test(code.slice(start, end)) && spans.push({ start, end }));
  new Visitor({
    Literal: take,
    Identifier: take,
    // A tag is given the text as it is written.
    TaggedTemplateExpression: ({ quasi }) => quasi.quasis.forEach(({ start }) => raw.add(start)),
    TemplateElement: take,
  }).visit(parseSync('chunk.js', code).program);
  return spans
    .filter(({ start }) => !raw.has(start))
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + escaped(text.slice(start, end)) + text.slice(end), code);
}

function escaped(text: string): string {
  return text.replaceAll(new RegExp(FOREIGN, 'g'), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
