/** Asks once and keeps the answer; what failed is asked again. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  const asked = onceFor<T>(ask);
  return async () => asked('');
}

/** Asks once for each key and keeps the answers; what failed is asked again. */
export function onceFor<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return async (key) => {
    const asked = known.get(key) ?? ask(key);
    known.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      if (known.get(key) === asked) known.delete(key);
      throw error;
    }
  };
}
