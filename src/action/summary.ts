/** GitHub takes at most 1 MiB for a step (workflow commands: adding a job summary); this leaves room for the frame. */
export const SUMMARY_LIMIT = 900_000;

export interface Summary {
  readonly markdown: string;
  /** Bytes of the text that found no room in it. */
  readonly left: number;
}

/** A report as Markdown: its own page where it has one that fits, else its text. In a fenced block nothing is a mention, a link or HTML, as long as no line of it closes the fence. */
export function summaryOf(command: string, text: string, page?: string): Summary {
  if (page !== undefined && Buffer.byteLength(page) <= SUMMARY_LIMIT) return { markdown: `### grantkeeper ${command}\n\n${page}`, left: 0 };
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const whole = text.trimEnd();
  const kept = cutToBytes(whole, SUMMARY_LIMIT);
  const left = Buffer.byteLength(whole) - Buffer.byteLength(kept);
  const rest =
    left === 0
      ? ''
      : `\n${left} bytes more did not fit: the output \`report-path\` names the file with all of it, and the log has it too.\n`;
  return { markdown: `### grantkeeper ${command}\n\n${fence}text\n${kept}\n${fence}\n${rest}`, left };
}

/** The longest beginning of whole lines that has at most `limit` bytes of UTF-8. */
export function cutToBytes(text: string, limit: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= limit) return text;
  const end = bytes.lastIndexOf(0x0a, limit);
  return bytes.subarray(0, end < 0 ? 0 : end).toString('utf8');
}
