import { columns, count } from '../../report/columns.ts';
import type { Told } from './story.ts';

/** The figures of the story, and what to do with the folder that it leaves. */
export function farewell(dir: string, told: Omit<Told, 'prunePullRequest' | 'recalled'>): readonly string[] {
  return [
    `${count(told.granted, 'binding')} granted, ${told.revoked} taken away. Of ${told.foreign} made by others at the places of the example, ${told.foreignChanged} changed.`,
    '',
    'The playground is yours; its clock now goes with the real one. Try:',
    ...columns(steps(dir)),
  ];
}

function steps(dir: string): readonly (readonly string[])[] {
  return [
    [`  cd ${dir}`, ''],
    ['  git switch -c mine', ''],
    ['  cp ask.yaml grants/payments/mine.yaml', 'a grant for you; change what you like'],
    ['  ./grantkeeper validate --working-tree', 'every mistake with its line'],
    ['  git add -A && git commit -m "Ask for access"', ''],
    ['  ./grantkeeper sim pr open', 'the forge is simulated too'],
    ['  ./grantkeeper sim pr approve --as bo', ''],
    ['  ./grantkeeper sim pr merge', ''],
    ['  ./grantkeeper apply', 'shows the plan and asks'],
    ['  ./grantkeeper apply --at +5h', 'five hours later: taken away'],
    ['  git log --oneline', 'the story, as commits'],
  ];
}
