import type { CloudSyntax } from '../domain/cloud.ts';
import type { Enforce, Terms } from '../domain/terms.ts';
import { type Checked, note } from './checked.ts';
import type { Wrong } from './cloud-text.ts';

interface Written {
  readonly enforce?: Enforce;
  readonly adopt?: boolean;
  readonly replace?: boolean;
}

/** What an access entry says of its end and of what stands in its way; `cloud` is the one it names, where it names one. */
export function termsFrom(checked: Checked<'grant'>, written: Written, pointer: string, cloud?: CloudSyntax): Terms {
  const { enforce, adopt = false, replace = false } = written;
  if (enforce !== undefined && cloud !== undefined) note(checked, `${pointer}/enforce`, wrongEnder([cloud]));
  if (adopt && replace) note(checked, `${pointer}/replace`, BOTH);
  const key = adopt ? 'adopt' : 'replace';
  if ((adopt || replace) && cloud !== undefined) note(checked, `${pointer}/${key}`, wrongTakeover([cloud]));
  return { ...(enforce === undefined ? {} : { enforce }), ...(adopt || replace ? { takeover: key } : {}) };
}

const BOTH: Wrong = {
  code: 'GK1226',
  message: '`adopt` and `replace` at once',
  hint: 'Keep one: `adopt` marks what stands there as ours, `replace` makes ours in its place.',
};

/** `enforce` where none of the clouds leaves a choice. */
export function wrongEnder(clouds: readonly CloudSyntax[]): Wrong | undefined {
  const bound = clouds.map(({ title, capabilities: { chosenEnder } }) => (chosenEnder.can ? undefined : { title, why: chosenEnder.why }));
  const [first] = bound;
  if (first === undefined || bound.includes(undefined)) return undefined;
  return { code: 'GK1224', message: `\`enforce\` makes no sense on ${first.title}`, hint: `Leave it out. ${first.why}` };
}

/** `adopt` or `replace` where all of the clouds keep ours beside what was made by hand. */
export function wrongTakeover(clouds: readonly CloudSyntax[]): Wrong | undefined {
  const [first] = clouds;
  if (first === undefined || clouds.some(({ capabilities }) => !capabilities.besideTwin.can)) return undefined;
  const message = `nothing is adopted or replaced on ${first.title}, which keeps ours beside what was made by hand`;
  return { code: 'GK1225', message, hint: 'Leave it out, and have what was made by hand taken away.' };
}
