import type { Writable } from 'node:stream';
import { problem } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitChunks } from './stream.ts';

/** An object of Git with its bytes: at most one more of them than was asked for, so that whoever refuses by length still does. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** The objects of the names, such as an id or `HEAD^{tree}`, in their order; undefined for what is not there. */
export type GetObjects = (names: readonly string[], limit?: number) => Promise<readonly (GitObject | undefined)[]>;

/**
 * Lets somebody ask for objects, again and again, through one child (`git cat-file --batch-command`): what lies in a tree is known only
 * once the tree is, and a child for each step would take longer than all the rest. Throws a `GitProblem` where Git fails.
 */
export async function withObjects<T>(repo: Repository, ask: (get: GetObjects) => Promise<T>): Promise<T> {
  const talk = openTalk();
  const child = listen(repo, talk);
  // Who waits for an answer of a child that failed is told by the failure, which comes first here.
  const [answer] = await Promise.all([ask(talk.get).finally(() => talk.stdin?.end()), child]);
  return answer;
}

interface Question {
  readonly count: number;
  readonly limit: number;
  readonly found: (GitObject | undefined)[];
  readonly done: (found: readonly (GitObject | undefined)[]) => void;
}

interface Talk {
  readonly get: GetObjects;
  readonly questions: Question[];
  stdin?: Writable;
}

function openTalk(): Talk {
  const questions: Question[] = [];
  const talk: Talk = {
    questions,
    async get(names, limit = Infinity) {
      if (names.length === 0) return [];
      const odd = names.find((name) => /[\0\n]/.test(name));
      if (odd !== undefined) throw problem('GK7007', `${JSON.stringify(odd)} names no object`, 'Give the id.');
      const answer = new Promise<readonly (GitObject | undefined)[]>((done) => {
        questions.push({ count: names.length, limit, found: [], done });
      });
      talk.stdin?.write(`${names.map((name) => `contents ${name}\n`).join('')}flush\n`);
      return answer;
    },
  };
  return talk;
}

async function listen(repo: Repository, talk: Talk): Promise<void> {
  const take = answers(talk.questions);
  const options = { input: (stdin: Writable) => void (talk.stdin = stdin) };
  for await (const chunk of gitChunks(repo.root, ['cat-file', '--batch-command', '--buffer'], options)) take(chunk);
  if (talk.questions.length > 0) throw problem('GK7008', 'git cat-file left something out', 'Check the repository: git fsck.');
}

/** An object that is still coming; `end` counts its bytes and the line's end behind them. */
interface Coming {
  readonly id: string;
  readonly type: string;
  readonly end: number;
  readonly parts: Buffer[];
  seen: number;
  kept: number;
}

/** Takes output in pieces of any size: a line `<id> <type> <size>`, the content and a line's end; or the name and `missing`. */
function answers(questions: Question[]): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let open: Coming | undefined;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const end = open === undefined ? rest.indexOf('\n') : 0;
      if (end < 0) return;
      if (open === undefined) {
        open = opened(rest.toString('utf8', 0, end));
        rest = rest.subarray(end + 1);
      }
      if (open !== undefined) {
        rest = taken(open, rest, questions[0]?.limit ?? 0);
        if (open.seen < open.end) return;
      }
      answer(questions, open);
      open = undefined;
    }
  };
}

function answer(
  questions: Question[],
  { id, type, parts, end, kept }: Coming = { id: '', type: '', end: 0, parts: [], seen: 0, kept: 0 },
): void {
  const [question] = questions;
  if (question === undefined) return;
  const [only] = parts;
  const all = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  question.found.push(id === '' ? undefined : { id, type, bytes: all.subarray(0, Math.min(end - 1, kept)) });
  if (question.found.length < question.count) return;
  questions.shift();
  question.done(question.found);
}

/** Undefined for what is not there. */
function opened(line: string): Coming | undefined {
  const [, id, type, size] = /^([0-9a-f]+) (blob|tree|commit|tag) (\d+)$/.exec(line) ?? [];
  return id === undefined || type === undefined ? undefined : { id, type, end: Number(size) + 1, parts: [], seen: 0, kept: 0 };
}

/** Moves what belongs to the object, the line's end behind it included, and gives back what follows. */
function taken(open: Coming, bytes: Buffer, limit: number): Buffer {
  const mine = bytes.subarray(0, open.end - open.seen);
  const kept = mine.subarray(0, Math.max(0, limit + 1 - open.kept));
  if (kept.length > 0) open.parts.push(kept);
  open.kept += kept.length;
  open.seen += mine.length;
  return bytes.subarray(mine.length);
}
