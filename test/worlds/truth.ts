import type { Ask, ControlWish, Entry, Script } from './deeds.ts';
import { tripleOf } from './eyes.ts';
import { AZURE_ROLES, DANGEROUS, DEBUG, GROUP, NORMAL, PEOPLE, PROJECTS, PROTECTED } from './organisation.ts';

/**
 * What ought to be, worked out from what people did and from the rules of the design, in as few lines as they take. It shares
 * nothing with the engine: it knows who approved because it let them, and never reads a file.
 */
export interface Truth {
  land(id: string, ask: Ask | undefined, at: number, approved: boolean): void;
  recall(who: string): void;
  lift(who: string, at: number, approved: boolean): void;
  control(wish: ControlWish, approved: boolean): void;
  /** The position of the tip. */
  step(): void;
  /** By triple what may be there now, at the tip. */
  desired(now: number): ReadonlyMap<string, Desired>;
  /** Whether some version of the grant asked for it. */
  asked(id: string, triple: string): boolean;
  /** The latest end that any version of any grant gave it. */
  lastEnd(triple: string): number;
  /** Whether a recall of whom holds this stands, or stood and killed what it was given for. */
  recalled(triple: string): boolean;
  /** Whether one stands now. */
  recalledNow(triple: string): boolean;
  left(triple: string, now: number): boolean;
  /** Whether every end that the id was ever given is known; else somebody wrote this one. */
  hadEnd(ids: readonly string[], until: number | undefined): boolean;
  /** An approval of control files is missing: nothing is granted or changed. */
  frozen(): boolean;
  /** Something is there that a plan may refuse or hold, so that not all that is desired need come. */
  odd(now: number): boolean;
  known(id: string): boolean;
  /** There were grants, and no file of one is left. */
  bare(): boolean;
  /** Was deleted once and is there again. */
  returned(id: string): boolean;
}

export interface Desired {
  readonly until: number;
  readonly untils: readonly number[];
  readonly ids: readonly string[];
  /** One of its ids came back after its deletion, and may be spent. */
  readonly shaky: boolean;
}

interface Version {
  readonly position: number;
  readonly at: number;
  readonly ask: Ask | undefined;
  readonly text: string;
  readonly approved: boolean;
}

interface Standing {
  readonly ask: Ask;
  readonly text: string;
  readonly landing: number;
  readonly position: number;
  readonly landed: Ask;
}

interface Life {
  readonly standing?: Standing;
  readonly first?: number;
  readonly returned: boolean;
  readonly ends: ReadonlySet<number>;
  readonly tip: Version;
  readonly spent: boolean;
}

interface Unit {
  readonly principal: string;
  readonly wish: string;
  readonly triple: string;
  readonly dangerous: boolean;
}

const endOf = (ask: Ask, landing: number): number =>
  (ask.duration === undefined ? ask.expires : Math.min(ask.expires, landing + ask.duration)) + (ask.grace ?? 0);

export function truth(clouds: Script['clouds']): Truth {
  const versions = new Map<string, Version[]>();
  const lives = new Map<string, Life>();
  const standing = new Set<string>();
  const files = new Set<string>();
  const lifted = new Map<string, number>();
  const counted: { position: number; wish: ControlWish }[] = [{ position: 0, wish: NORMAL }];
  let newest: ControlWish = NORMAL;
  let position = 0;
  const controlAt = (at: number): ControlWish => counted.findLast((one) => one.position <= at)?.wish ?? NORMAL;
  const controlNow = (): ControlWish => counted.at(-1)?.wish ?? NORMAL;
  const lifeOf = (id: string): Life | undefined => {
    const known = lives.get(id);
    if (known !== undefined) return known;
    const life = versions.has(id) ? lived(versions.get(id) ?? []) : undefined;
    if (life !== undefined) lives.set(id, life);
    return life;
  };
  const sharers = (who: string): readonly string[] => {
    const person = PEOPLE[who]?.person;
    return person === undefined ? [who] : Object.keys(PEOPLE).filter((name) => PEOPLE[name]?.person === person);
  };
  const leaves = (name: string, wish: ControlWish): number => {
    // Whoever is in no file any more is not said to leave there either.
    if (wish.gone.includes(name)) return Infinity;
    const person = PEOPLE[name]?.person;
    return Math.min(wish.left[name] ?? Infinity, (person === undefined ? undefined : wish.left[person]) ?? Infinity);
  };
  const isDead = (principal: string, life: Life): boolean => {
    const at = lifted.get(principal);
    return standing.has(principal) || (at !== undefined && life.first !== undefined && life.first < at);
  };
  const unitsAt = (ask: Ask, wish: ControlWish): readonly Unit[] => unitsOf(ask, wish, clouds);
  const wantedOf = (life: Life): readonly Unit[] => {
    const { standing: stands, tip } = life;
    if (stands === undefined || tip.ask === undefined) return [];
    const then = new Set(unitsAt(stands.landed, controlAt(stands.position)).map((one) => one.wish + one.triple));
    const cut = new Set(unitsAt(tip.ask, controlNow()).map((one) => one.triple));
    return unitsAt(stands.ask, controlNow()).filter((one) => then.has(one.wish + one.triple) && cut.has(one.triple));
  };
  const desired = (now: number): ReadonlyMap<string, Desired> => {
    const all = new Map<string, { until: number; untils: number[]; ids: string[]; shaky: boolean }>();
    for (const id of versions.keys()) {
      const life = lifeOf(id);
      const stands = life?.standing;
      if (life === undefined || stands === undefined) continue;
      for (const unit of wantedOf(life)) {
        const pinned = controlAt(stands.position);
        const cut = life.tip.ask === undefined ? 0 : endOf(life.tip.ask, stands.landing);
        const until = Math.min(
          endOf(stands.ask, stands.landing),
          cut,
          leaves(unit.principal, controlNow()),
          leaves(unit.principal, pinned),
        );
        if (now >= until || unit.dangerous || unit.principal === PROTECTED || isDead(unit.principal, life)) continue;
        const one = all.get(unit.triple) ?? { until: 0, untils: [], ids: [], shaky: false };
        one.until = Math.max(one.until, until);
        one.shaky ||= life.returned;
        one.untils.push(until);
        if (!one.ids.includes(id)) one.ids.push(id);
        all.set(unit.triple, one);
      }
    }
    return all;
  };
  /** By triple everything that any version asked for. */
  const askers = (): ReadonlyMap<string, ReadonlySet<string>> => {
    const found = new Map<string, Set<string>>();
    for (const [id, all] of versions) {
      for (const version of all) {
        if (version.ask === undefined) continue;
        for (const unit of unitsAt(version.ask, controlAt(version.position))) {
          found.set(unit.triple, (found.get(unit.triple) ?? new Set()).add(id));
        }
      }
    }
    return found;
  };
  let askedBy: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const holders = (triple: string): readonly string[] =>
    Object.keys(PEOPLE).filter((name) => {
      const one = PEOPLE[name];
      const member = one === undefined ? '' : triple.startsWith('gcp') ? one.gcp : one.azure;
      return triple.endsWith(` ${member.toLowerCase()}`);
    });
  const forget = (): void => {
    lives.clear();
    askedBy = undefined;
  };
  return {
    land: (id, ask, at, approved) => {
      const known = versions.get(id) ?? [];
      // Who gains by a name that no file has is not known, so nobody can say that somebody else approved it.
      const isKnown = ask?.principals.every((name) => !controlAt(position).gone.includes(name)) !== false;
      known.push({ position, at, ask, text: JSON.stringify(ask ?? null), approved: approved && isKnown });
      versions.set(id, known);
      forget();
    },
    recall: (who) => {
      files.add(who);
      for (const name of sharers(who)) standing.add(name);
    },
    lift: (who, at, approved) => {
      if (!files.delete(who) || !approved) return;
      for (const name of sharers(who)) {
        // Another file may still recall the same human.
        if (![...files].some((other) => sharers(other).includes(name))) standing.delete(name);
        lifted.set(name, Math.max(at, lifted.get(name) ?? at));
      }
    },
    control: (wish, approved) => {
      const now = controlNow();
      // Only a file that differs from its newest version is landed, and only what is landed can be approved.
      const debug = approved && wish.debug !== newest.debug ? wish.debug : now.debug;
      const { left, gone } = approved && peopleText(wish) !== peopleText(newest) ? wish : now;
      newest = wish;
      const next = { debug, left, gone };
      if (JSON.stringify(next) !== JSON.stringify(now)) counted.push({ position, wish: next });
      forget();
    },
    step: () => void (position += 1),
    desired,
    asked: (id, triple) => (askedBy ??= askers()).get(triple)?.has(id) === true,
    lastEnd: (triple) => {
      const ids = [...((askedBy ??= askers()).get(triple) ?? [])];
      return Math.max(0, ...ids.flatMap((id) => [...(lifeOf(id)?.ends ?? [])]));
    },
    recalled: (triple) => holders(triple).some((name) => standing.has(name) || lifted.has(name)),
    recalledNow: (triple) => holders(triple).some((name) => standing.has(name)),
    left: (triple, now) => holders(triple).some((name) => leaves(name, controlNow()) <= now),
    hadEnd: (ids, until) => {
      if (until === undefined) return false;
      const leftings = counted.flatMap(({ wish }) => Object.values(wish.left));
      return leftings.includes(until) || ids.some((id) => lifeOf(id)?.ends.has(until) === true);
    },
    frozen: () => newest.debug !== controlNow().debug || peopleText(newest) !== peopleText(controlNow()),
    odd: (now) => {
      const all = [...versions.keys()].map((id) => lifeOf(id)).filter((one) => one !== undefined);
      return all.some(
        ({ tip, standing: stands, returned, spent }) =>
          returned ||
          spent ||
          (tip.ask !== undefined &&
            (stands?.text !== tip.text ||
              endOf(tip.ask, tip.at) <= Math.max(tip.at, now) ||
              tip.ask.principals.includes(PROTECTED) ||
              unitsAt(tip.ask, controlNow()).some(
                (one) => one.dangerous || isDead(one.principal, { tip, returned, spent, ends: new Set(), first: 0 }),
              ))),
      );
    },
    known: (id) => versions.has(id),
    bare: () => [...versions.values()].every((all) => all.at(-1)?.ask === undefined),
    returned: (id) => lifeOf(id)?.returned === true,
  };
}

const peopleText = ({ left, gone }: ControlWish): string => JSON.stringify([left, gone]);

/** The life of one id, from its versions, oldest first. */
function lived(versions: readonly Version[]): Life {
  let standing: Standing | undefined;
  let first: number | undefined;
  let deleted = false;
  let returned = false;
  let spent = false;
  const ends = new Set<number>();
  for (const version of versions) {
    const { ask, at, text, position, approved } = version;
    if (ask === undefined) {
      deleted = true;
      continue;
    }
    returned ||= deleted;
    deleted = false;
    spent = false;
    const raised =
      standing === undefined || endOf(ask, standing.landing) > endOf(standing.ask, standing.landing) || adds(ask, standing.ask);
    const landing = raised || standing === undefined ? { landing: at, position, landed: ask } : standing;
    ends.add(endOf(ask, landing.landing));
    if (standing !== undefined) ends.add(endOf(ask, standing.landing));
    if (standing !== undefined && at >= endOf(standing.ask, standing.landing)) {
      spent = true;
      continue;
    }
    if (text === standing?.text || !approved) continue;
    standing = { ask, text, landing: landing.landing, position: landing.position, landed: landing.landed };
    first ??= standing.landing;
  }
  const tip = versions.at(-1) as Version;
  return { tip, returned, ends, spent, ...(standing === undefined ? {} : { standing }), ...(first === undefined ? {} : { first }) };
}

const wishOf = (principal: string, entry: Entry): string =>
  [principal, entry.kind === 'catalogue' ? 'catalogue' : entry.kind, entry.role, entry.place].join(' ');

function adds(ask: Ask, before: Ask): boolean {
  const all = (one: Ask) => one.principals.flatMap((name) => one.access.map((entry) => wishOf(name, entry)));
  const known = new Set(all(before));
  return all(ask).some((wish) => !known.has(wish));
}

/** What an ask comes to, by one state of the control files. */
function unitsOf(ask: Ask, wish: ControlWish, clouds: Script['clouds']): readonly Unit[] {
  return ask.principals
    .filter((name) => !wish.gone.includes(name))
    .flatMap((name) => ask.access.flatMap((entry) => unitsFor(name, entry, wish)))
    .filter(({ triple }) => clouds === 'both' || triple.startsWith(clouds));
}

function unitsFor(principal: string, entry: Entry, wish: ControlWish): readonly Unit[] {
  const identity = PEOPLE[principal];
  if (identity === undefined) return [];
  const gives = entry.kind === 'catalogue' ? DEBUG[wish.debug] : [{ cloud: entry.kind, role: entry.role }];
  return gives
    .filter(({ cloud }) => cloud === 'gcp' || entry.place === 'main')
    .map(({ cloud, role }) => {
      const id = cloud === 'gcp' ? role : AZURE_ROLES[role as keyof typeof AZURE_ROLES];
      const scope = cloud === 'gcp' ? PROJECTS[entry.place] : GROUP;
      const triple = tripleOf(cloud, scope, id, cloud === 'gcp' ? identity.gcp : identity.azure);
      return { principal, wish: wishOf(principal, entry), triple, dangerous: DANGEROUS.has(id) };
    });
}
