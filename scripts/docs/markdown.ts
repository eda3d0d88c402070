import { markdownTable } from 'markdown-table';

/** A first line for every generated page. */
export const WRITTEN = '<!-- Written by `npm run docs`; do not edit. -->';

/** Rows below a header; empty cells stay empty, and nothing in a cell ends it. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    [header, ...rows].map((row) => row.map(cell)),
    { alignDelimiters: false },
  );
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

/** Text as code; a run of backticks in it makes the fence longer. */
export function code(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  return `\`\` ${text} \`\``;
}

/** Paragraphs of a page, one blank line apart. */
export function page(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** A sentence from the code: what looks like HTML in it is text, and what is code stays so. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '\\<')))
    .join('');
}
