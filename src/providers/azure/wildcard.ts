/**
 * Action patterns of role definitions: `*` stands for any text, slashes included, and case does not count (Azure role
 * definitions: wildcard permissions).
 */
export type Pattern = string;

/**
 * Whether every action that fits `inner` fits `outer` too. May answer false where only stars of both together would show it;
 * never answers true wrongly.
 */
export function contains(outer: Pattern, inner: Pattern): boolean {
  const text = inner.toLowerCase();
  const [first = '', ...rest] = outer.toLowerCase().split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
