import { formatInstant, type Instant, parseInstant } from '../domain/instant.ts';
import type { RequestState } from './request-state.ts';

/** One look at a request: when, at which commit, and where it stood. */
export interface Look {
  readonly at: Instant;
  readonly head: string;
  readonly state: RequestState;
}

/** Lines of their own: data in a body is never the whole of a line. Git hosts may end lines with CR and LF. */
const NEWEST = /^<!-- grantkeeper:request v1 (\S+) ([0-9a-f]{40}|[0-9a-f]{64}) (\w+) -->\r?$/m;
const EARLIER = /^<!-- grantkeeper:earlier (\S+) ([0-9a-f]{40}|[0-9a-f]{64}) (\w+) -->\r?$/gm;

const STATES: ReadonlySet<string> = new Set<RequestState>(['refused', 'blocked', 'waiting', 'ready']);

/** More are not kept: the history of the branch has them. */
const KEPT = 10;

/** The hidden lines that end a comment: this look, and those before it, the newest first. */
export function markerOf(look: Look, earlier: readonly Look[]): string {
  return [`<!-- grantkeeper:request v1 ${words(look)} -->`, ...earlier.map((one) => `<!-- grantkeeper:earlier ${words(one)} -->`)].join(
    '\n',
  );
}

function words({ at, head, state }: Look): string {
  // A commit is hexadecimal; whatever else a forge might say must not end the comment.
  return `${formatInstant(at)} ${head.replaceAll(/[^0-9a-f]/g, '')} ${state}`;
}

/** Whether a body is a comment of this kind. Anybody can write a marker, so its author must be asked for too. */
export function isRequestComment(body: string): boolean {
  return NEWEST.test(body);
}

/**
 * The looks that a comment of ours remembers, the newest first. Whoever may write can edit a comment, so that nothing of it
 * is taken over but commits, times and states.
 */
export function looksOf(body: string): readonly Look[] {
  const newest = lookOf(NEWEST.exec(body));
  const earlier = [...body.matchAll(EARLIER)].flatMap((match) => lookOf(match) ?? []);
  return newest === undefined ? earlier.slice(0, KEPT) : [newest, ...earlier].slice(0, KEPT);
}

function lookOf(match: RegExpMatchArray | null): Look | undefined {
  const [, at = '', head = '', state = ''] = match ?? [];
  const instant = parseInstant(at);
  return instant !== undefined && STATES.has(state) ? { at: instant, head, state: state as RequestState } : undefined;
}

/** What came before a look: those of other commits, or that stood elsewhere. */
export function before(look: Look, looks: readonly Look[]): readonly Look[] {
  const [newest, ...rest] = looks;
  const same = newest !== undefined && newest.head === look.head && newest.state === look.state;
  return (same ? rest : looks).slice(0, KEPT);
}
