import { byPlace, compare, type Finding } from '../domain/finding.ts';

/** SARIF has `note` where we say notice (SARIF 2.1.0, 3.27.10). */
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;

/**
 * Findings as one run of SARIF 2.1.0, the form that code scanning of Git hosts takes. Columns are counted as ours are, in UTF-16
 * code units. A fingerprint holds as long as code, file and the line's own text stay, wherever the line moves to. `hash` gives hex.
 */
export function sarifOf(
  findings: readonly Finding[],
  files: readonly { readonly path: string; readonly text: string }[],
  hash: (text: string) => string,
): string {
  const lines = new Map(files.map(({ path, text }) => [path, text.split(/\r?\n/)]));
  const sorted = findings.toSorted(byPlace);
  const codes = [...new Set(sorted.map((finding) => finding.code))].sort(compare);
  const seen = new Map<string, number>();
  const run = {
    tool: { driver: { name: 'grantkeeper', rules: codes.map((id) => ({ id })) } },
    columnKind: 'utf16CodeUnits',
    results: sorted.map((finding) => {
      const key = fingerprint(finding, lines);
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      return resultOf(finding, hash(`${key}\n${times}`));
    }),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function fingerprint({ code, message, at }: Finding, lines: ReadonlyMap<string, readonly string[]>): string {
  const text = at === undefined ? message : (lines.get(at.file)?.[at.line - 1] ?? '');
  return [code, at?.file ?? '', text.trim()].join('\n');
}

function resultOf({ code, severity, message, hint, at }: Finding, mark: string): object {
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: literal(hint === undefined ? message : `${message}\n${hint}`) },
    ...(at === undefined ? {} : { locations: [{ physicalLocation: placeOf(at) }] }),
    partialFingerprints: { 'grantkeeper/v1': mark },
  };
}

function placeOf({ file, line, column, endLine, endColumn }: NonNullable<Finding['at']>): object {
  return {
    artifactLocation: { uri: encodeURI(file.toWellFormed()).replaceAll(/[?#]/g, encodeURIComponent), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** `[text](target)` is a link in a SARIF message unless the bracket is escaped (SARIF 2.1.0, 3.11.6). */
export function literal(text: string): string {
  return text.toWellFormed().replaceAll(/[\\[\]]/g, '\\$&');
}
