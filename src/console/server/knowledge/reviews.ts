import type { listReviews, settleProposal } from '../../contract/knowledge.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import { bundleOf } from './bundles.ts';
import { fieldFaults, isBlocked } from './gate.ts';
import { titleOf } from './titleOf.ts';

type Value = Record<string, unknown> | null;

/** Everything that waits: drafts of everybody those of imports as bundles, proposals of changed files. */
export function listReviewsWith(bench: Bench): Handler<typeof listReviews> {
  return async ({ caller }) => {
    const [live, drafts, proposals, members] = await Promise.all([
      bench.live(),
      bench.drafts.list(),
      bench.store.readProposals(),
      bench.desk.staff.listMembers(),
    ]);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const nameOf = (id: string) => names.get(id) ?? '';
    const bundles = Map.groupBy(
      drafts.filter(({ bundle }) => bundle),
      ({ bundle }) => bundle,
    );
    return {
      bundles: [...bundles.values()].map((some) => bundleOf(some, nameOf, caller)),
      drafts: drafts
        .filter(({ bundle }) => !bundle)
        .map(({ table, key, value, state, note, editedBy, editedAt, publishAt }) => ({
          ...{ table, key, state, note },
          title: titleOf(table, value ?? live.find(table, key)?.value ?? { id: key }),
          editedBy: nameOf(editedBy),
          isMine: editedBy === caller.member.id,
          editedAt: editedAt.toISOString(),
          publishAt: publishAt?.toISOString() ?? null,
          isRetirement: value === null,
        })),
      proposals: proposals.map(({ table, key, value, proposedAt }) => ({
        ...{ table, key, value: value as Value },
        title: titleOf(table, value),
        proposedAt: proposedAt.toISOString(),
        live: (live.find(table, key)?.value ?? null) as Value,
      })),
    };
  };
}

/** Accepts a proposal as a draft in review, written by who accepts it; or takes it off the list. */
export function settleProposalWith(bench: Bench): Handler<typeof settleProposal> {
  return async ({ params: { table, key }, body: { isAccepted, reason }, caller, note }) => {
    const proposal = (await bench.store.readProposals()).find((one) => one.table === table && one.key === key);
    note({ reason, isAccepted });
    if (!proposal) return { kind: 'unknown' };
    if (isAccepted) {
      if (isBlocked(fieldFaults(proposal))) return { kind: 'blocked' };
      // Also of a row that staff have retired since: the newest revision, not only the live one.
      const baseRevision = (await bench.store.readHistory(table, key))[0]?.revision ?? 0;
      const by = { editedBy: caller.member.id, editedAt: bench.desk.clock(), isMaterial: false };
      const rest = { state: 'in-review', approvedBy: null, reason: null, publishAt: null } as const;
      const draft = { table, key, value: proposal.value, baseRevision, note: reason, ...by, ...rest };
      if ((await bench.drafts.save(draft, 0)).kind === 'conflict') return { kind: 'draft-exists' };
    }
    await bench.store.settleProposal(table, key);
    return { kind: isAccepted ? 'accepted' : 'refused' };
  };
}
