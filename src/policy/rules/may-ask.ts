import { humansBehind } from '../../domain/directory.ts';
import { type Asked, principalsOf } from '../asked.ts';
import { askersText, barredFromAsking } from '../asking.ts';
import type { Problem, Rule } from '../rule.ts';

/** Judges what the file says; whoever opened the request is judged with its approval, once the forge can tell. */
export const mayAsk: Rule = {
  id: 'may-ask',
  code: 'GK2117',
  severity: 'error',
  summary: 'Only those ask for a principal whom policy lets ask for it',
  key: '/asking',
  example: 'asking: [{ for: [deployer], by: [bo, chi], self: false }]',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const { grant, control } = asked;
  const { requestedBy } = grant;
  if (requestedBy === undefined) return [];
  const [person] = humansBehind(control.directory, requestedBy);
  return principalsOf(asked).flatMap(({ name }) => {
    const barred = barredFromAsking(control, person, name);
    if (barred === undefined) return [];
    const hint = `Let ${askersText(barred, name)} ask for it`;
    return [{ pointer: '/requestedBy', message: `${requestedBy} may not ask for ${name}`, hint }];
  });
}
