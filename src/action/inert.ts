/**
 * Data in a log must not act. The runner takes `::name::` for a command at the beginning of a line, whatever blank comes before
 * it, and the older `##[name]` anywhere (GitHub Actions runner: ActionCommand).
 */
export function inert(text: string): string {
  return text.replaceAll(/^([^\S\r\n]*)::/gm, '$1\u00b7::').replaceAll('##[', '##\u00b7[');
}
