import type { Bench } from './bench.ts';
import { examine, isBlocked } from './gate.ts';
import { publishNow } from './publishDraft.ts';

const LOOK_EVERY_MS = 15_000;

/**
 * Publishes approved drafts when their time has come, in one process. What can no longer be published goes back to its
 * writer, with a note.
 *
 * @returns ends the looking
 */
export function watchDue(bench: Bench): () => void {
  const timer = setInterval(() => {
    bench.drafts
      .alone(() => publishDue(bench))
      .catch((error) => bench.desk.log.error({ err: error }, 'a scheduled publish could not be made yet'));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Publishes what is due now. */
export async function publishDue(bench: Bench): Promise<void> {
  for (const draft of await bench.drafts.findDue(bench.desk.clock())) {
    const findings = examine((await bench.live()).rows, draft, bench.desk.clock());
    const by = draft.approvedBy ?? '';
    const outcome = isBlocked(findings) ? null : await publishNow(bench, draft, by, draft.reason ?? '');
    const isDone = outcome?.kind === 'published';
    if (!isDone) {
      const note = findings[0]?.message ?? 'the row has moved on since';
      await bench.drafts.save({ ...draft, state: 'draft', note, publishAt: null }, draft.version);
    }
    await bench.desk.audit.write({
      at: bench.desk.clock(),
      actorId: null,
      actorName: by,
      act: 'publish-scheduled',
      subject: `${draft.table}/${draft.key}`,
      outcome: isDone ? 'done' : 'refused',
      details: { reason: draft.reason },
    });
  }
}
