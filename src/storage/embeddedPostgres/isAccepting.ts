import pg from 'pg';

/** Not yet, or not any more: refused, cut off, or PostgreSQL's own "starting up", "shutting down", "too many". */
const PASSING = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P03', '53300']);

/**
 * Does a server answer at this URL?
 *
 * @returns false when it may do so later
 * @throws {Error} as `pg` gives it when waiting would not help: wrong password, no such database
 */
export async function isAccepting(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (isPassing(error)) return false;
    throw error;
  }
}

/** Is this an error of a server or a line that may be well again in a moment? */
export function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return PASSING.has(code) || /timeout|terminated unexpectedly/i.test(message);
}
