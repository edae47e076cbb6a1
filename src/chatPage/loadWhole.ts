/**
 * Waits for a part of the page that is loaded later.
 *
 * A weak line may break off in the middle of it, and a new version of the page may have taken its place. The page then
 * says so, with a link to load it again, and does that by itself once the network is back; the part itself never comes.
 */
export async function loadWhole<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (error) {
    // A fault within the part is a bug, and stays one.
    if (!(error instanceof TypeError)) throw error;
    document.documentElement.dataset.unloaded = '';
    window.addEventListener('online', () => location.reload());
    return new Promise(() => undefined);
  }
}
