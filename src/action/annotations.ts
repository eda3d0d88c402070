import type { Core } from './core.ts';

/**
 * GitHub shows ten annotations of a kind for a step and silently drops the rest (workflow commands: limits). One is kept for the
 * count of those that are left out, one for how the step ended.
 */
const SHOWN = 8;

interface Told {
  readonly severity: string;
  readonly message: string;
  readonly code: string;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly endLine?: number | null;
  readonly endColumn?: number | null;
}

type Tellers = Pick<Core, 'error' | 'warning' | 'notice'>;

/** Findings as annotations on their lines; what is above the limit is counted in one more. */
export function annotate(core: Tellers, json: object): void {
  const findings = 'findings' in json && Array.isArray(json.findings) ? (json.findings as readonly Told[]) : [];
  const kinds = [
    ['error', core.error],
    ['warning', core.warning],
    ['notice', core.notice],
  ] as const;
  for (const [severity, tell] of kinds) {
    const own = findings.filter((finding) => finding.severity === severity);
    for (const finding of own.slice(0, SHOWN)) tell(`${finding.code} ${finding.message}`, placeOf(finding));
    if (own.length > SHOWN) tell(`${own.length - SHOWN} more; the log has all of them`);
  }
}

function placeOf({ file, line, column, endLine, endColumn, code }: Told): Parameters<Tellers['error']>[1] {
  if (file === undefined || file === null) return { title: code };
  const start = line === undefined || line === null ? {} : { startLine: line };
  // Columns only hold on one line (checks API: annotations).
  const columns = line === endLine && typeof column === 'number' && typeof endColumn === 'number' ? { startColumn: column, endColumn } : {};
  return { title: code, file, ...start, ...(typeof endLine === 'number' ? { endLine } : {}), ...columns };
}
