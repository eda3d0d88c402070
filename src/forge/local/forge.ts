import type { Instant } from '../../domain/instant.ts';
import type { Repository } from '../../git/repository.ts';
import type { Answer, Forge } from '../forge.ts';
import { openDesk, type Desk } from './desk.ts';
import { blockers, mergeRequest, type Benefits } from './merge.ts';
import { ownBranches } from './ledger.ts';
import { mergedRequest } from './merged.ts';
import { proposeFile, proposeFiles } from './propose.ts';
import { closePrune, findPrune, openPrune, updatePrune } from './prune.ts';
import { blobAt, branches, textAt, tip } from './reading.ts';
import { closeRequest, openRequest, review, type NewRequest } from './request.ts';
import { findComment, openRequestFacts, putCheck, putComment, setLabels } from './request-desk.ts';
import type { ForgeStore, Verdict } from './state.ts';
import { listRequests, showRequest, type LocalRequest } from './view.ts';

/** The port, and what people do at a forge: open, review, merge and close. */
export interface LocalForge extends Forge {
  readonly kind: 'local';
  /** The bare repository, to push to and to fetch from. */
  readonly repository: Repository;
  readonly defaultBranch: string;
  openRequest(ask: NewRequest): Promise<Answer<LocalRequest>>;
  review(number: number, login: string, verdict: Verdict, body?: string): Promise<Answer<LocalRequest>>;
  /** Refused with every reason at once. */
  merge(number: number, login: string, benefits: Benefits): Promise<Answer<LocalRequest>>;
  /** The reasons that a merge would be refused for now. */
  blockers(number: number, benefits: Benefits): Promise<Answer<readonly string[]>>;
  close(number: number, login: string, comment?: string): Promise<Answer<LocalRequest>>;
  listRequests(): Promise<Answer<readonly LocalRequest[]>>;
  showRequest(number: number): Promise<Answer<LocalRequest>>;
}

export interface LocalForgeOptions {
  /** Holds forge.git, made by `initForge`. */
  readonly dir: string;
  /** Keeps the requests, as a rule in forge.json beside it. */
  readonly store: ForgeStore;
  readonly now: () => Instant;
}

export async function openLocalForge({ dir, store, now }: LocalForgeOptions): Promise<LocalForge> {
  const desk = await openDesk(dir, store, now);
  return {
    kind: 'local',
    repository: desk.repo,
    defaultBranch: desk.defaultBranch,
    now: desk.now,
    ...port(desk),
    openRequest: async (ask) => openRequest(desk, ask),
    review: async (number, login, verdict, body) => review(desk, number, login, verdict, body),
    merge: async (number, login, benefits) => mergeRequest(desk, number, login, benefits),
    blockers: async (number, benefits) => blockers(desk, number, benefits),
    close: async (number, login, comment) => closeRequest(desk, number, login, comment),
    listRequests: async () => listRequests(desk),
    showRequest: async (number) => showRequest(desk, number),
  };
}

function port(desk: Desk): Omit<Forge, 'kind' | 'now'> {
  return {
    tip: async () => tip(desk),
    mergedRequest: async (commit) => mergedRequest(desk, commit),
    blobAt: async (commit, path) => blobAt(desk, commit, path),
    textAt: async (commit, path) => textAt(desk, commit, path),
    branches: async (prefix) => branches(desk, prefix),
    findPrune: async () => findPrune(desk),
    openPrune: async (base, deletions, text) => openPrune(desk, base, deletions, text),
    updatePrune: async (request, base, deletions, text) => updatePrune(desk, request, base, deletions, text),
    closePrune: async (request, comment) => closePrune(desk, request, comment),
    own: ownBranches(desk),
    requests: {
      request: async (number) => openRequestFacts(desk, number),
      findComment: async (number, isOurs) => findComment(desk, number, isOurs),
      putComment: async (number, body, known) => putComment(desk, number, body, known),
      setLabels: async (request, wanted, among) => setLabels(desk, request, wanted, among),
      putCheck: async (check) => putCheck(desk, check),
    },
    proposeFile: async (branch, path, content, text) => proposeFile(desk, branch, path, content, text),
    proposeFiles: async (branch, files, text) => proposeFiles(desk, branch, files, text),
  };
}
