/** Azure role definitions: actions and wildcards; `*` stands for any run of characters, case does not count. */
export function matches(pattern: string, action: string): boolean {
  const words = pattern.split('*').map((word) => word.replace(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${words.join('.*')}$`, 'i').test(action);
}
