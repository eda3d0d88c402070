/** A server that accepts a call and then says nothing would hold up the whole run. */
const PATIENCE_MS = 30_000;

/**
 * A fetch that never hands on half an answer. Octokit takes a body that is not whole JSON for plain text and goes on with
 * it, so a connection that breaks in the middle would look like an empty list. It also keeps every call, and with it the
 * token, on the host that was asked for: addresses of further pages come from outside.
 */
export function wholeAnswers(fetch: typeof globalThis.fetch, baseUrl: string): typeof globalThis.fetch {
  const { origin } = new URL(baseUrl);
  return async (input, init) => {
    const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input);
    if (url.origin !== origin) throw new Error(`an answer pointed to ${url.host}, which is not ${new URL(origin).host}`);
    return whole(await fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) }));
  };
}

/** The same answer, with its text at hand. No second one is made of it: that would load all of Node's own client. */
async function whole(response: Response): Promise<Response> {
  const text = await response.text();
  if (response.ok && response.status !== 204) assertJson(text);
  return Object.defineProperties(response, {
    text: { value: async () => text },
    arrayBuffer: { value: async () => new TextEncoder().encode(text).buffer },
  });
}

function assertJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Error('the answer broke off or is not JSON', { cause });
  }
}
