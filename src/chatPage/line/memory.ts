/** What the browser keeps for the page. */
export interface Memory {
  read(): unknown;
  write(value: unknown): void;
  forget(): void;
}

/**
 * Keeps one JSON value under a name in the browser.
 *
 * Browsers that keep nothing (private windows, blocked storage, a full disk) still serve the page: the value then
 * lives as long as the page does.
 */
export function openMemory(storage: () => Storage, name: string): Memory {
  let fallback: string | null = null;
  const attempt = <T>(act: (storage: Storage) => T): T | undefined => {
    try {
      return act(storage());
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  };
  return {
    read: () => parse(attempt((kept) => kept.getItem(name)) ?? fallback),
    write(value) {
      fallback = JSON.stringify(value);
      attempt((kept) => kept.setItem(name, JSON.stringify(value)));
    },
    forget() {
      fallback = null;
      attempt((kept) => kept.removeItem(name));
    },
  };
}

function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Written by something else under our name: as good as nothing.
    return null;
  }
}
