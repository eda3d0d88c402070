import type { Instant } from '../../src/domain/instant.ts';
import type { Review } from '../../src/domain/request.ts';
import type { Books, Files } from './books.ts';
import type { Way } from './deeds.ts';
import { PEOPLE } from './organisation.ts';

/** Who may say yes to a landing, and who asks for it. Names of people. */
export interface Parties {
  readonly entitled: readonly string[];
  readonly beneficiaries: readonly string[];
}

const login = (name: string): string => PEOPLE[name]?.github ?? `${name}-nobody`;

/** The humans who gain by a grant to these principals. */
export function humansOf(principals: readonly string[]): readonly string[] {
  const humans = principals.flatMap((name) => {
    const one = PEOPLE[name];
    return one?.members ?? (one?.person === undefined ? [] : [one.person]);
  });
  return [...new Set(humans.map((name) => PEOPLE[name]?.person ?? name))];
}

/** Whether a way can be gone here and is an approval: somebody entitled, who neither asks nor gains, must be left. */
export function isApproved(way: Way, parties: Parties): boolean {
  return way === 'approved' && approverOf(parties) !== undefined;
}

function approverOf({ entitled, beneficiaries }: Parties): string | undefined {
  return entitled.find((name) => !beneficiaries.includes(name));
}

/** Puts files on the default branch in the way that is wanted. */
export function land(books: Books, files: Files, at: number, way: Way, parties: Parties): void {
  if (way === 'straight') return books.commit(files, at);
  const number = books.length();
  const author = authorOf(way, parties);
  books.commit(files, at, (head) => ({
    number,
    url: `https://forge.example/pull/${number}`,
    author: login(author),
    authorIsBot: false,
    base: 'main',
    defaultBranch: 'main',
    head,
    mergedAt: at as Instant,
    mergedBy: login('kim'),
    writers: [login(author)],
    paths: Object.keys(files),
    reviews: reviewsOf(way, parties, head, at, books, files),
  }));
}

function otherOf({ entitled }: Parties, one: string): string {
  return entitled.find((name) => name !== one) ?? one;
}

/** Dan approves nothing and asks for everything, but where an approver asks for himself. */
function authorOf(way: Way, { entitled }: Parties): string {
  return way === 'self' ? (entitled[0] ?? 'dan') : 'dan';
}

function reviewsOf(way: Way, parties: Parties, head: string, at: number, books: Books, files: Files): readonly Review[] {
  const yes = (name: string, more: Partial<Review> = {}): Review => ({
    login: login(name),
    bot: false,
    state: 'approved',
    commit: head,
    at: (at - 60_000) as Instant,
    ...more,
  });
  const entitled = approverOf(parties) ?? parties.entitled[0] ?? 'dan';
  switch (way) {
    case 'approved':
      return [yes(entitled)];
    case 'self':
      return [yes(parties.entitled[0] ?? 'dan')];
    case 'beneficiary':
      return parties.beneficiaries.filter((name) => parties.entitled.includes(name)).map((name) => yes(name));
    case 'outsider':
      return [yes('ada'), yes('nobody')];
    case 'earlier-bytes': {
      const earlier = `${head.slice(0, 38)}00`;
      books.show(earlier, Object.fromEntries(Object.keys(files).map((path) => [path, 'reason: something else\n'])));
      return [yes(entitled, { commit: earlier })];
    }
    case 'bot':
      return [yes(entitled, { bot: true })];
    case 'withdrawn-approval':
      return [yes(entitled, { at: (at - 120_000) as Instant }), yes(entitled, { state: 'dismissed' })];
    case 'after-the-merge':
      return [yes(entitled, { at: (at + 1000) as Instant })];
    case 'objection':
      // Somebody else who may approve is against it; where nobody else is, the one who approved thinks better of it.
      return [yes(entitled, { at: (at - 120_000) as Instant }), yes(otherOf(parties, entitled), { state: 'changes-requested' })];
    case 'nobody':
    case 'straight':
      break;
  }
  return [];
}
