import * as calls from '../../contract/knowledge.ts';
import { excelRoutes } from '../excel/routes.ts';
import type { Serve } from '../serve.ts';
import type { Bench } from './bench.ts';
import { bundleRoutes } from './bundles.ts';
import { checkDraftWith } from './checkDraft.ts';
import { listRowsWith } from './listRows.ts';
import { publishDraftWith, restoreRevisionWith } from './publishDraft.ts';
import { readRowWith } from './readRow.ts';
import { listReviewsWith, settleProposalWith } from './reviews.ts';
import { titleOf } from './titleOf.ts';
import { discardDraftWith, returnDraftWith, saveDraftWith, submitDraftWith } from './writeDraft.ts';

/** Reading, writing, reviewing and publishing the knowledge. */
export function knowledgeRoutes(door: Serve, bench: Bench) {
  const { serve } = door;
  return [
    ...excelRoutes(door, bench),
    ...bundleRoutes(door, bench),
    serve(calls.listTitles, async ({ params: { table } }) => ({
      titles: (await bench.live()).rows
        .filter((row) => row.table === table)
        .map(({ key, value }) => ({ key, title: titleOf(table, value) })),
    })),
    serve(calls.readRow, readRowWith(bench)),
    serve(calls.restoreRevision, restoreRevisionWith(bench)),
    serve(calls.listRows, listRowsWith(bench)),
    serve(calls.saveDraft, saveDraftWith(bench)),
    serve(calls.discardDraft, discardDraftWith(bench)),
    serve(calls.submitDraft, submitDraftWith(bench)),
    serve(calls.returnDraft, returnDraftWith(bench)),
    serve(calls.checkDraft, checkDraftWith(bench)),
    serve(calls.publishDraft, publishDraftWith(bench)),
    serve(calls.listReviews, listReviewsWith(bench)),
    serve(calls.settleProposal, settleProposalWith(bench)),
    serve(calls.tryQuestion, async ({ body: { question, language, draft } }) => {
      const { rows } = await bench.live();
      const change = draft ? await bench.drafts.find(draft.table, draft.key) : null;
      const { replies, ...rest } = await bench.trial.ask(rows, change ? [change] : [], question, language);
      return { ...rest, replies: replies.map(({ text, choices }) => ({ text, choices: [...choices] })) };
    }),
  ];
}
