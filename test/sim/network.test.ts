import { describe, expect, it } from 'vitest';

import { simulatedNetwork } from '../../src/sim/network.ts';
import { echo } from './echo.ts';

describe('simulatedNetwork', () => {
  it('sends each call to the service of its host', async () => {
    const one = echo(['one.example', 'uno.example']);
    const two = echo(['two.example']);
    const fetch = simulatedNetwork([one, two]);
    expect(await (await fetch('https://uno.example/x')).text()).toContain('GET https://uno.example/x');
    await fetch(new URL('https://two.example/y'));
    await fetch(new Request('https://two.example/z'), { headers: { 'x-note': 'n' } });
    expect(one.calls.map((call) => call.url)).toEqual(['https://uno.example/x']);
    expect(two.calls.map((call) => call.url)).toEqual(['https://two.example/y', 'https://two.example/z']);
  });

  it('refuses any other host and names those it knows', async () => {
    const fetch = simulatedNetwork([echo(['one.example'])]);
    await expect(fetch('https://real.example:8443/')).rejects.toThrow(
      'no simulated service answers for real.example:8443; known are one.example',
    );
  });

  it('honours an abort', async () => {
    const fetch = simulatedNetwork([echo(['one.example'])]);
    await expect(fetch('https://one.example/', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });

  it('refuses two services for one host', () => {
    expect(() => simulatedNetwork([echo(['one.example']), echo(['two.example', 'one.example'])])).toThrow('want to be one.example');
  });
});
