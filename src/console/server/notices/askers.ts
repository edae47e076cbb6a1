import type { countAskers, listAnswered, tellAskers } from '../../contract/notices.ts';
import type { Handler } from '../serveCall.ts';
import { answeredQuestions } from './answeredQuestions.ts';
import { audienceOf, type Due, makeRecipients } from './makeRecipients.ts';
import { keptSince, type NoticeBench } from './noticeBench.ts';
import type { Shown } from './noticeStore.ts';

/** Questions that have an answer by now, and whose askers do not know. */
export function listAnsweredWith(bench: NoticeBench): Handler<typeof listAnswered> {
  return async () => {
    const [live, untold] = await Promise.all([bench.live(), bench.notices.findUntold(await keptSince(bench))]);
    return { answered: answeredQuestions(live, untold) };
  };
}

export function countAskersWith(bench: NoticeBench): Handler<typeof countAskers> {
  return async ({ body: { entry, questions } }) => {
    const { rows, find } = await bench.live();
    if (!find('entries', entry)) return { audience: null };
    const due = await dueTo(bench, entry, questions, await keptSince(bench));
    return { audience: audienceOf(due, rows, bench.sayings.tellAnswer) };
  };
}

/** Tells everybody who asked in vain; the questions are settled with it. */
export function tellAskersWith(bench: NoticeBench): Handler<typeof tellAskers> {
  return async ({ body: { entry, questions }, caller, note }) => {
    const { rows, find, version } = await bench.live();
    note({ subject: `entries/${entry}` });
    if (!find('entries', entry)) return { kind: 'unknown' };
    const since = await keptSince(bench);
    const due = await dueTo(bench, entry, questions, since);
    const recipients = await makeRecipients(due, rows, bench.sayings.tellAnswer);
    if (recipients.length === 0) return { kind: 'nobody' };
    const by = { by: caller.member.name, byId: caller.member.id };
    const answer = { entry, questions, since, reason: questions[0]?.slice(0, 200) ?? '', ...by };
    const sent = await bench.notices.sendAnswer(answer, recipients, version, bench.clock());
    note({ notice: sent.id, people: sent.people });
    return { kind: 'sent', ...sent };
  };
}

/** Each gets what the bot would answer to her own wording; where it still would not, the entry that staff chose. */
async function dueTo(bench: NoticeBench, entry: string, questions: readonly string[], since: Date): Promise<Due[]> {
  const askers = await bench.notices.findAskers(questions, since);
  const answers = new Map<string, Pick<Due, 'entry' | 'slots'>>();
  for (const { question, shownIn } of askers) {
    const name = `${shownIn} ${question}`;
    if (!answers.has(name)) answers.set(name, await answerTo(bench, entry, question, shownIn));
  }
  return askers.map((asker) => ({ ...asker, ...answers.get(`${asker.shownIn} ${asker.question}`) }) as Due);
}

async function answerTo({ sayings }: NoticeBench, entry: string, question: string, language: Shown['shownIn']) {
  const now = await sayings.answerNow(question, language);
  return now?.entry === entry ? now : { entry, slots: {} };
}
