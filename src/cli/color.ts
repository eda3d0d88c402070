import { styleText } from 'node:util';

// The demo shows what commands print four further in, below what was typed and the title of the scene.
const STYLES: readonly (readonly [RegExp, Parameters<typeof styleText>[0]])[] = [
  [/^(?: {4})?- /, 'red'],
  [/^(?: {4})?\+ /, 'green'],
  [/^(?: {4})?~ /, 'yellow'],
  [/^(?: {4})?! /, 'magenta'],
  [/^(?: {4})?x /, 'red'],
  [/^(?: {4})?\? /, 'dim'],
  [/^ *\|? *\^+/, 'red'],
  [/^(?: {4})?[\w./-]+:\d+:\d+ {2}/, 'bold'],
  [/^ {2}\$ /, 'cyan'],
  [/^\d\d:\d\dZ {2}/, 'bold'],
];

/** Colour repeats what the first sign of a line says; without a terminal, or with NO_COLOR, the text stays as it is. */
export function colored(text: string, plain: boolean): string {
  if (plain) return text;
  return text.split('\n').map(coloredLine).join('\n');
}

function coloredLine(line: string): string {
  const style = STYLES.find(([pattern]) => pattern.test(line))?.[1];
  return style === undefined ? line : styleText(style, line, { stream: process.stdout });
}
