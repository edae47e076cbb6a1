import type { Memory } from './memory.ts';

/** What opens the talk for this browser. */
export interface Pass {
  token: string;
  userId: string;
  /** The talk that is going on; absent for an exporter who has none yet. */
  conversationId?: string;
}

/**
 * Asks for a pass; null when there is none to be had just now.
 *
 * @param conversationId the talk wanted, if the exporter has several; empty: the last one
 */
export type AskForPass = (conversationId: string) => Promise<Pass | null>;

/**
 * Asks the server for a pass: the same exporter's as before when the browser remembers the resume secret, and
 * otherwise a new exporter's, whose secret is then remembered.
 *
 * Null on a dead line and whenever the server refuses: both are answered by asking again a little later.
 */
export async function askForPass(memory: Memory, conversationId: string): Promise<Pass | null> {
  const resume = resumeIn(memory.read());
  try {
    const reply = await fetch('/chat/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...(resume && { resume }), ...(conversationId && { conversationId }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return reply.ok ? remember(await reply.json(), memory) : null;
  } catch (error) {
    // Fetch says TypeError for every fault of the line, and a DOMException when it took too long.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

const PATIENCE_MS = 15_000;

function remember(granted: Pass & { resume?: string }, memory: Memory): Pass {
  const { resume, ...pass } = granted;
  if (resume) memory.write({ resume });
  return pass;
}

function resumeIn(kept: unknown): string | undefined {
  if (typeof kept !== 'object' || kept === null || !('resume' in kept)) return undefined;
  return typeof kept.resume === 'string' ? kept.resume : undefined;
}
