/** Azure role definitions: actions and wildcards; `*` stands for any run of characters, case does not count. */
export function matches(pattern: string, action: string): boolean {
  const known = matchers.get(pattern) ?? matcher(pattern);
  matchers.set(pattern, known);
  return known.test(action);
}

const matchers = new Map<string, RegExp>();

function matcher(pattern: string): RegExp {
  const words = pattern.split('*').map((word) => word.replace(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${words.join('.*')}$`, 'i');
}
