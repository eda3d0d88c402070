import { formatInstant, later, wholeSecond } from '../../domain/instant.ts';
import { readFolder } from '../../git/folder.ts';
import { assembleControl } from '../../grants/control.ts';
import { readTree } from '../../grants/tree.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { exitCode } from '../exit.ts';
import { syntaxesOf } from '../reading/syntaxes.ts';
import { farewell } from './farewell.ts';
import { equip, makePlayground, type Playground } from './playground.ts';
import type { Stage } from './stage.ts';
import { STORY_LENGTH, tellStory } from './story.ts';

/** How long, in milliseconds, a scene stands for each of its lines before the next begins, and at least and at most. */
const PACE = { line: 110, least: 1200, most: 2600 };

export const demo: Command = {
  name: 'demo',
  summary: "A grant's life in seconds, on simulated clouds; leaves a playground",
  options: [{ name: 'dir', value: 'DIR', summary: 'Where the playground is made; this folder when absent' }],
  action: false,
  async run(context, options) {
    const begin = wholeSecond(later(context.now, -STORY_LENGTH));
    const parent = typeof options['dir'] === 'string' ? options['dir'] : '.';
    const playground = await makePlayground(parent, context.exampleDir, begin, syntaxesOf(context));
    for (const line of greeting(playground, context)) context.print(line);
    const stage = await openStage(context, playground);
    const told = await tellStory(stage);
    for (const line of ['', ...farewell(playground.dir, told)]) context.print(line);
    return { exit: exitCode('ok'), text: '', json: { ...told, playground: playground.dir } };
  },
};

function greeting({ dir }: Playground, { ask }: Context): readonly string[] {
  return [
    "A grant's life, on two simulated clouds, a simulated forge and a real Git repository.",
    `Everything is in ${dir}; nothing leaves it.`,
    'The story is set in the last hours and ends now.',
    ...(ask === undefined ? [] : ['Each scene stands for a moment; Enter goes on at once.']),
  ];
}

async function openStage(context: Context, playground: Playground): Promise<Stage> {
  const world = await context.openWorld(playground.dir, playground.worldDir, STORY_LENGTH);
  await equip(playground, context.program);
  const syntaxes = syntaxesOf(context);
  const read = assembleControl(readTree(readFolder(playground.dir, ['policy/']), syntaxes).parts, syntaxes);
  if (!read.ok) throw new Error('the example does not read');
  let lines = 0;
  const tell = (line: string) => {
    context.print(line);
    lines += 1;
  };
  const scene = async (title: string) => {
    await context.pause(Math.min(PACE.most, Math.max(PACE.least, lines * PACE.line)));
    lines = 0;
    tell('');
    tell(`${formatInstant(wholeSecond(world.simulation.now())).slice(11, 16)}Z  ${title}`);
  };
  return { playground, world, control: read.control, tell, scene };
}
