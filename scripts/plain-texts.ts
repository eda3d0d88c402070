import { parseSync, Visitor } from 'oxc-parser';
import { type Edit, edited } from './edits.ts';

/** In characters; shorter ones are read quickly either way. */
const LONG = 1000;
const MAYBE = /`[^`]{1000}/;

/** In characters; a table of this length is a file of its own. */
const TABLE = 50_000;

/**
 * Long texts in backquotes as texts in quotes. V8 keeps what stands in backquotes twice, as it is written and as it is meant, and so takes
 * twice as long to read it (ECMAScript: template values and raw values). Whole tables are put apart, and read as they are: `apart` is
 * told such a text and answers the expression for it.
 */
export function plainTexts(code: string, apart: (table: string) => string = JSON.stringify): string {
  if (!MAYBE.test(code)) return code;
  const { program } = parseSync('chunk.js', code);
  const tagged = new Set<number>();
  const edits: Edit[] = [];
  new Visitor({
    TaggedTemplateExpression: ({ quasi }) => void tagged.add(quasi.start),
    TemplateLiteral: ({ start, end, quasis: [whole, ...more] }) => {
      const text = whole?.value.cooked;
      if (more.length > 0 || text === undefined || text === null || text.length < LONG || tagged.has(start)) return;
      const isTable = text.length >= TABLE && !/[^\0-\x7f]/.test(text);
      edits.push({ start, end, text: isTable ? apart(text) : JSON.stringify(text) });
    },
  }).visit(program);
  return edited(code, { start: 0, end: code.length }, edits);
}
