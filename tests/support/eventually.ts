/** Looks again and again until it is so, for twenty seconds at most: machines that build are slow. */
export async function eventually<T>(look: () => T | Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    if (Date.now() > until) throw new Error(`It never was so: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
