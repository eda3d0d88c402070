/** Nearly all text: nothing of it is hidden or acts. */
const PLAIN = /^[ -~]*$/;

/** Not written as a pattern, because the tables behind it would be made wherever this file is loaded. */
const SILENT = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;

/**
 * Data on a terminal: what moves the cursor, turns a line around, hides or shows nothing is written as its code point, so that none of
 * it acts.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replaceAll(new RegExp(SILENT, 'gu'), (one) => spelled((one.codePointAt(0) as number).toString(16)));
}

function spelled(hex: string): string {
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
