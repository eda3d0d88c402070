import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { farewell } from '../../../src/commands/demo/farewell.ts';
import type { Stage } from '../../../src/commands/demo/stage.ts';
import { type Told, tellStory } from '../../../src/commands/demo/story.ts';
import { readFiles } from '../../../src/commands/reading/files.ts';
import type { Simulation } from '../../../src/commands/simulation.ts';
import { formatInstant } from '../../../src/domain/instant.ts';
import { writeCodeowners } from '../../../src/grants/codeowners.ts';
import { simulatedNetwork } from '../../../src/sim/network.ts';
import { aWorld } from '../../scenarios/world.ts';

/** The terminal that the story has to fit. */
const WIDTH = 100;
const HEIGHT = 26;

interface Story {
  readonly lines: readonly string[];
  readonly told: Told;
}

/** The whole story on a clock that stands still, as the lines that a reader sees. */
async function wholeStory(): Promise<Story> {
  const world = await aWorld();
  const { control } = await readFiles(world.context());
  if (control === undefined) throw new Error('the example does not read');
  await world.pushToMain({ '.github/CODEOWNERS': writeCodeowners(control) }, 'sam-o');
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  const stage: Stage = {
    playground: { dir: world.dir, repository: world.repository },
    world: {
      simulation: world.context().simulation as Simulation,
      context: () => world.context({ width: WIDTH }),
      fetch: simulatedNetwork([world.gcp, world.azure]),
      token: 'sim-token-grantkeeper',
    },
    control,
    tell,
    scene: async (title) => ['', `${formatInstant(world.clock.now()).slice(11, 16)}Z  ${title}`].forEach(tell),
  };
  return { told: await tellStory(stage), lines };
}

/** Without what depends on every byte of the example: ids of commits, and the hashes of lines that name them. */
function steady(line: string): string {
  return line.replaceAll(/\b(at |sha=|head sha256:)[0-9a-f]{7,64}\b/g, '$1xxxxxxx');
}

describe('the story of the demo', () => {
  let story: Story;
  beforeAll(async () => {
    story = await wholeStory();
  }, 60_000);

  it('is told as it stands in golden/story.txt', async () => {
    await expect(`${story.lines.map(steady).join('\n')}\n`).toMatchFileSnapshot('golden/story.txt');
  });

  it('changes nothing that others made, and leaves nothing of ours', () =>
    expect(story.told).toEqual({
      granted: 5,
      revoked: 5,
      foreign: expect.any(Number),
      foreignChanged: 0,
      prunePullRequest: 3,
      recalled: 'ben',
    }));

  it('fits a terminal, one scene a screen', () => {
    // What a recall says of sessions, and a note, are sentences that wrap.
    const sentence = /sessions|^ *note: |searched below|may go on/;
    expect(story.lines.filter((line) => line.length > WIDTH && !sentence.test(line))).toEqual([]);
    const scenes = story.lines.join('\n').split(/\n(?=\n\d\d:\d\dZ)/);
    expect(scenes).toHaveLength(9);
    // The receipt of a recall is as long as what is left to do about it.
    expect(scenes.filter((scene) => scene.split('\n').length > HEIGHT && !scene.includes('may go on'))).toEqual([]);
  });

  it('ends with the screen that the README shows', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const [, shown] = /<!-- last screen: begin -->\s+```text\n(.*?)\n```/s.exec(readme) ?? [];
    expect(shown).toBe(farewell('/tmp/grantkeeper/playground', story.told).join('\n'));
  });
});
