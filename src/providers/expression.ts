/** One regular expression of parts, for what is too long for a line; throws where it cannot be compiled. */
export function joined(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''));
}
