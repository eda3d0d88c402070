import type { Finding } from '../domain/finding.ts';
import { mistake } from './codes.ts';
import { locationOf } from './lines.ts';

const MOST = 20; // findings of one kind in a file; what follows is more of the same

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text and line ends alone: true of nearly every file, and quick to see. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * What people cannot see, or what changes how its neighbours are shown: control characters, line separators other than the line
 * feed, surrogates, bidirectional controls, zero-width characters. An emoji may carry its variation selector.
 */
const HIDDEN = String.raw`(?!\uFE0F)[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]--[\n\r]]|\r(?!\n)|(?<!\p{Emoji})\uFE0F`;

/** The text of a file, or why it has none. At most `limit` bytes. */
export function readText(file: string, bytes: Uint8Array, limit: number): { readonly text: string; readonly findings: readonly Finding[] } {
  if (bytes.length > limit) return { text: '', findings: [tooBig(file, bytes.length, limit)] };
  let text;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return { text: '', findings: [notUtf8(file, bytes)] };
  }
  return { text, findings: PLAIN.test(text) ? [] : hiddenCharacters(file, text) };
}

/** The first hidden character of a value, which an escape may have put there. */
export function hiddenIn(value: string): string | undefined {
  // The tables behind the pattern take longer to make than a file takes to read, and to write it as a pattern would make them.
  return PLAIN.test(value) ? undefined : new RegExp(HIDDEN, 'v').exec(value)?.[0];
}

/** `U+202E`, for a character that cannot be shown. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

function tooBig(file: string, size: number, limit: number): Finding {
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return mistake('GK1001', at, `${size} bytes, and at most ${limit} are read`, 'Split the file, or take out what does not belong in it.');
}

function notUtf8(file: string, bytes: Uint8Array): Finding {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, firstWrong(bytes)), { stream: true });
  return mistake('GK1002', locationOf(file, text, text.length, text.length), 'not UTF-8', 'Save the file as UTF-8.');
}

/** How many bytes are right. A stream may end within a character, so that every right beginning decodes. */
function firstWrong(bytes: Uint8Array): number {
  let right = 0;
  let wrong = bytes.length + 1;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (decodes(bytes.subarray(0, middle))) right = middle;
    else wrong = middle;
  }
  return right;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function hiddenCharacters(file: string, text: string): readonly Finding[] {
  const all = new RegExp(HIDDEN, 'gv');
  const findings: Finding[] = [];
  for (let match = all.exec(text); match !== null && findings.length < MOST; match = all.exec(text)) {
    const [character] = match;
    const at = locationOf(file, text, match.index, match.index + character.length);
    const { what, remedy } = KNOWN[character] ?? { what: `a hidden character (${codePoint(character)})`, remedy: RETYPE };
    findings.push(mistake('GK1003', at, what, remedy));
    if (character === '\r') break; // then every line has one
  }
  return findings;
}

const RETYPE = 'Delete it, and type the line anew rather than paste it.';

const KNOWN: Readonly<Record<string, { readonly what: string; readonly remedy: string }>> = {
  '\t': { what: 'a tab', remedy: 'Write spaces.' },
  '\r': { what: 'a carriage return without a line feed', remedy: 'Save the file with line ends as on Linux (LF).' },
  '\uFEFF': { what: 'a byte order mark', remedy: 'Save the file as UTF-8 without it.' },
};
