type Own = 'url' | 'body' | 'bodyUsed' | 'text' | 'json' | 'arrayBuffer' | 'bytes' | 'blob' | 'formData' | 'clone';

const Bodiless: new (body: null, init: ResponseInit) => Omit<Response, Own> = Response;

/**
 * A Response whose whole text is known. Node makes a stream of every body, which takes longer than most answers of a simulated service;
 * here it is made only for those who want more than the text.
 */
export class Answered extends Bodiless implements Response {
  readonly url: string;
  readonly #words: string;
  #whole: Response | undefined;

  /** `url` is the address that was asked: a Response that is made by hand knows none, and clients print it in their errors. */
  constructor(words: string, init: ResponseInit, url: string) {
    super(null, init);
    this.#words = words;
    this.url = url;
  }

  get body(): Response['body'] {
    return this.#streamed().body;
  }

  get bodyUsed(): boolean {
    return this.#whole?.bodyUsed === true;
  }

  text(): Promise<string> {
    if (this.#whole !== undefined) return this.#whole.text();
    this.#whole = READ;
    return inTurn(this.#words);
  }

  json(): Promise<unknown> {
    return this.#streamed().json();
  }

  arrayBuffer(): ReturnType<Response['arrayBuffer']> {
    return this.#streamed().arrayBuffer();
  }

  bytes(): ReturnType<Response['bytes']> {
    return this.#streamed().bytes();
  }

  blob(): ReturnType<Response['blob']> {
    return this.#streamed().blob();
  }

  formData(): ReturnType<Response['formData']> {
    return this.#streamed().formData();
  }

  clone(): Response {
    return this.#streamed().clone();
  }

  #streamed(): Response {
    return (this.#whole ??= new Response(this.#words, this));
  }
}

/** After as many turns as a stream takes: what is under way at the same time goes on in the same order. */
async function inTurn(words: string): Promise<string> {
  await TURN;
  await TURN;
  return words;
}

const TURN = Promise.resolve();

/** What any that was read looks like: nothing more is to be had of it. */
const READ = new Response('');
await READ.text();
