/** GitHub drops a step summary above 1 MiB without a word (workflow commands: job summary); this leaves room for the frame. */
export const SUMMARY_LIMIT = 900_000;

/** A report as Markdown. In a fenced block nothing is a mention, a link or HTML, as long as no line of it closes the fence. */
export function summaryOf(command: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `### grantkeeper ${command}\n\n${fence}text\n${cutToBytes(text.trimEnd(), SUMMARY_LIMIT)}\n${fence}\n`;
}

/** The longest beginning of whole lines that has at most `limit` bytes of UTF-8, and how much was left out. */
export function cutToBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= limit) return text;
  const end = bytes.lastIndexOf(0x0a, limit);
  const kept = bytes.subarray(0, end < 0 ? 0 : end).toString('utf8');
  return `${kept}\n… ${bytes.length - Buffer.byteLength(kept)} bytes more; the log of this step has all of it`;
}
