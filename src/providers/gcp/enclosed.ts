/**
 * The words of CEL that matter to brackets (CEL language definition, "Syntax"): strings, raw or not, in one or three quotes,
 * are stepped over whole; a comment, a line break or a lone quote ends the matter.
 */
const STRING =
  /[bB]?(?:[rR](?:"""[^]*?"""|'''[^]*?'''|"(?!"")[^"\r\n]*"|'(?!'')[^'\r\n]*')|"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?!"")(?:[^"\\\r\n]|\\[^\r\n])*"|'(?!'')(?:[^'\\\r\n]|\\[^\r\n])*')/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPENING = '([{';
const CLOSING = ')]}';

/** Calls `see` with each character outside of strings; false when the text cannot be cut into words. */
function outsideStrings(text: string, see: (character: string, at: number) => boolean): boolean {
  for (let at = 0; at < text.length;) {
    const word = wordAt(STRING, text, at) ?? wordAt(WORD, text, at);
    if (word !== undefined) {
      at += word.length;
      continue;
    }
    const character = text.charAt(at);
    if (character === '"' || character === "'" || !see(character, at)) return false;
    at += 1;
  }
  return true;
}

function wordAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * Whether brackets around `text` hold it: one line, no comment, every string closed, and no bracket closed that was not opened
 * inside. Only then does `a && (text)` mean what it looks like.
 */
export function isEnclosed(text: string): boolean {
  if (text.trim() === '' || /[\n\r\u2028\u2029]/.test(text)) return false;
  const open: string[] = [];
  const whole = outsideStrings(text, (character, at) => {
    if (character === '/' && text.charAt(at + 1) === '/') return false;
    if (OPENING.includes(character)) open.push(character);
    return !CLOSING.includes(character) || open.pop() === OPENING.charAt(CLOSING.indexOf(character));
  });
  return whole && open.length === 0;
}

/** How many of `&&`, `||` and `!` a condition has, outside of strings; Google counts them (IAM quotas: logical operators). */
export function countLogicalOperators(text: string): number {
  let count = 0;
  outsideStrings(text, (character, at) => {
    const pair = text.slice(at, at + 2);
    if (pair === '&&' || pair === '||' || (character === '!' && pair !== '!=')) count += 1;
    return true;
  });
  return count;
}
