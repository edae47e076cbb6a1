import { nameOfRow } from '../../../answers/index.ts';
import { CENTRE, holderName, suggestedUnitFor } from '../../../cases/index.ts';
import type { CaseAct, Choice } from '../../action.ts';
import type { Reply } from '../../reply.ts';
import type { IntakeState } from '../../talkState.ts';
import { deskOf, languageOf, sayOfCase, type Turn } from '../../turn.ts';

/** Asks the present step of the intake: one short question, or the summary. */
export function askStep(turn: Turn): Reply {
  const { intake } = turn.state;
  const step = intake?.steps[0];
  if (!intake || !step) return { text: sayOfCase(turn, 'intake.gone'), choices: [] };
  if (step === 'confirm') return summary(turn, intake);
  const answers = step === 'perishable' ? [answerChoice(turn, 'yes'), answerChoice(turn, 'no')] : [];
  return {
    text: sayOfCase(turn, `intake.ask.${step}`),
    choices: [...answers, caseChoice(turn, 'skip'), caseChoice(turn, 'cancel')],
  };
}

/** A button of the intake. */
export function caseChoice(turn: Turn, act: CaseAct, number?: string): Choice {
  return {
    title: sayOfCase(turn, `choice.${act}`),
    action: { do: 'case', act, ...(number !== undefined && { number }) },
  };
}

/** "Ya" and "Tidak" are read like typed words. */
function answerChoice(turn: Turn, which: 'yes' | 'no'): Choice {
  return { title: sayOfCase(turn, `choice.${which}`), action: { do: 'case', act: 'told', words: which } };
}

/** All of it, before anything leaves: she confirms, changes, or lets it be. */
function summary(turn: Turn, intake: IntakeState): Reply {
  const unit = unitOf(turn, intake);
  const lines = rowsOf(turn, intake).map(([key, value]) => `- ${sayOfCase(turn, `fact.name.${key}`)}: ${value}`);
  const name = holderName(turn.desk.cases, unit === CENTRE ? null : unit, languageOf(turn));
  const consent = sayOfCase(turn, unit === CENTRE ? 'intake.consentCentre' : 'intake.consent', { unit: name });
  return {
    text: [sayOfCase(turn, 'intake.summary'), lines.join('\n'), consent].join('\n\n'),
    choices: [
      caseChoice(turn, 'agree'),
      ...(unit === CENTRE ? [] : [caseChoice(turn, 'desk-only')]),
      caseChoice(turn, 'change'),
      caseChoice(turn, 'cancel'),
    ],
  };
}

/** The unit that the case would go to. */
export function unitOf(turn: Turn, intake: IntakeState): string {
  const knowledge = () => turn.published.knowledge;
  return suggestedUnitFor({ knowledge }, { about: aboutOf(intake), nearestUnit: intake.nearestUnit });
}

/** What the case is about, by rows. */
export function aboutOf({ topic, slots }: IntakeState) {
  const first = (slot: 'agreement' | 'product' | 'destination') => slots[slot]?.[0] ?? null;
  return { topic, agreement: first('agreement'), product: first('product'), destination: first('destination') };
}

function rowsOf(turn: Turn, { told, slots }: IntakeState): [string, string][] {
  const desk = deskOf(turn);
  const named = (['product', 'destination'] as const).flatMap((slot) => {
    const id = slots[slot]?.[0];
    return id === undefined ? [] : [nameOfRow(desk, slot, id)];
  });
  const goods = [named.join(' → '), told.goods].filter(Boolean).join('; ');
  const rows = { problem: told.problem, goods, ...rest(told) };
  return Object.entries(rows).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []));
}

function rest({ place, since, perishable, company, email }: IntakeState['told']) {
  return { place, since, perishable, company, email };
}
