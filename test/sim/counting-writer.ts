// Run as a process of its own: adds one to the count in a file store, so many times.
import { fileStore } from '../../src/sim/store.ts';

const [path = '', times = '0'] = process.argv.slice(2);
const store = fileStore(path, { count: 0 }, 20_000);
for (let left = Number(times); left > 0; left -= 1) {
  await store.update(async (state) => {
    const { count } = state;
    await new Promise((resolve) => setImmediate(resolve));
    state.count = count + 1;
  });
}
