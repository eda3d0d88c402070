import { existsSync, readFileSync } from 'node:fs';
import type { Outcome, Wish } from './part.ts';

/** What one part has come to, with all that it takes to see it again. */
export interface Figures extends Outcome {
  /** The commit that was tested, as Git names it. */
  readonly commit: string;
  /** True where files differed from that commit. */
  readonly changed: boolean;
  /** When it ended: `2026-11-22T14:00:00Z`. */
  readonly at: string;
  readonly node: string;
  readonly cores: number;
  /** What was asked for besides what is usual. */
  readonly wish: Partial<Wish>;
}

/** One entry for each part that was ever played, in the order of the nightly. */
export interface Report {
  readonly parts: readonly Figures[];
}

/** What an earlier run has left there; nothing where there is no such file. Throws where it is something else: a night is long. */
export function reportIn(path: string | undefined): Report {
  if (path === undefined || !existsSync(path)) return { parts: [] };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Partial<Report>;
  if (!Array.isArray(report.parts)) throw new Error(`${path} is no report of deep tests`);
  return { parts: report.parts };
}

/** The figures of one part in the place of its last ones; those of all other parts stay as they are. `order` names all parts. */
export function withFigures({ parts }: Report, figures: Figures, order: readonly string[]): Report {
  const others = parts.filter(({ part }) => part !== figures.part && order.includes(part));
  return { parts: [...others, figures].toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part)) };
}
