import { registerHooks } from 'node:module';
import { PLANTED } from './planted.ts';

// node test/worlds/planted-run.ts <number in the list> <worlds at most> <first seed> [shrink]: prints one line of JSON.

const [number = '0', count = '20000', seed = '1', wish] = process.argv.slice(2);
const planted = PLANTED[Number(number)];
if (planted === undefined) throw new Error(`there are ${PLANTED.length} planted faults, and no number ${number}`);
const done = new Set<string>();

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const edits = planted.edits.filter(({ file }) => url.endsWith(`/src/${file}`));
    if (edits.length === 0 || loaded.source === undefined || loaded.source === null) return loaded;
    let source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
    for (const { file, find, put } of edits) {
      if (source.split(find).length !== 2) throw new Error(`${file} does not say once: ${find}`);
      source = source.replace(find, () => put);
      done.add(find);
    }
    return { ...loaded, source };
  },
});

const { playShare } = await import('./crew.ts');
const { draw } = await import('./draw.ts');
const { keptText, shrunk } = await import('./shrink.ts');
let tally: Awaited<ReturnType<typeof playShare>> | undefined;
let thrown: string | undefined;
try {
  tally = await playShare({ seed: Number(seed), step: 1, count: Number(count) });
} catch (error) {
  thrown = error instanceof Error ? error.message : String(error);
}
if (done.size !== planted.edits.length) throw new Error(`${planted.name} was not planted: its file was never loaded`);
const breach = tally?.breach;
const replay =
  breach === undefined || wish !== 'shrink'
    ? {}
    : { replay: `${breach.seed}:${keptText(await shrunk(draw(breach.seed), breach.promise))}` };
process.stdout.write(`${JSON.stringify({ name: planted.name, worlds: tally?.worlds ?? 0, breach, thrown, ...replay })}\n`);
