import { z } from 'zod';
import { understand } from '../../../understanding/index.ts';
import type { Reply } from '../../reply.ts';
import type { IntakeState, IntakeStep } from '../../talkState.ts';
import { MOST_CHARACTERS_KEPT, sayOfCase, type Turn } from '../../turn.ts';
import { slotsOf } from '../slots.ts';
import { askStep } from './askStep.ts';
import { sendIntake } from './sendIntake.ts';

const CANCEL = /^\s*(batal(kan)?( saja| aja)?|(ga|gak|nggak|enggak|tidak|ndak) jadi|cancel|never ?mind)\s*[.!]*\s*$/i;
const SKIP = /^\s*(lewati?|skip|-|lanjut|next|tidak ada|gak ada|ga ada|none|no)\s*[.!]*\s*$/i;
const AGREE =
  /^\s*(?:(?:ya+|iya+|y|ok(?:e+|ay)?|baik|boleh|silakan|silahkan|setuju|saya|kirim(?:kan)?|dan|saja|aja|yes|yep|sure|please|send|it|agree|i|benar|betul|nggih|inggih|monggo|pak|bu|min|kak)[\s,.!]*)+$/i;
const EMAIL = /[^\s,;<>()"']+@[^\s,;<>()"']+\.[^\s,;<>()"']+/;

/** Her words while she is asked: an answer, "lewati", "batal", or at the summary "ya". */
export async function takeStep(turn: Turn, intake: IntakeState, words: string): Promise<Reply> {
  const text = words.trim().slice(0, MOST_CHARACTERS_KEPT);
  if (CANCEL.test(text)) return cancel(turn);
  const [step] = intake.steps;
  if (step === 'confirm') return AGREE.test(text) ? sendIntake(turn, intake, true) : addWords(turn, intake, text);
  if (SKIP.test(text) && !(step === 'perishable' && /^no$/i.test(text))) return nextStep(turn, intake);
  if (step === 'email' && !isEmail(emailIn(text))) return { ...askStep(turn), text: sayOfCase(turn, 'intake.noEmail') };
  return nextStep(turn, heard(turn, intake, step ?? 'problem', text));
}

/** Goes on to the next question. */
export function nextStep(turn: Turn, intake: IntakeState): Reply {
  const steps: IntakeStep[] = intake.isChanging ? ['confirm'] : intake.steps.slice(1);
  turn.state = { ...turn.state, intake: { ...intake, isChanging: false, steps } };
  return askStep(turn);
}

/** Nothing was sent, and nothing of it is kept. */
export function cancel(turn: Turn): Reply {
  const { intake: _, ...rest } = turn.state;
  turn.state = rest;
  return { text: sayOfCase(turn, 'intake.cancelled'), choices: [] };
}

/** What she adds while she reads the summary belongs to the problem. */
function addWords(turn: Turn, intake: IntakeState, text: string): Reply {
  const problem = [intake.told.problem, text].filter(Boolean).join('\n').slice(0, MOST_CHARACTERS_KEPT);
  turn.state = { ...turn.state, intake: { ...intake, told: { ...intake.told, problem } } };
  return askStep(turn);
}

function heard(turn: Turn, intake: IntakeState, step: IntakeStep, text: string): IntakeState {
  if (step === 'goods') return { ...intake, slots: namedIn(turn, intake, text), told: { ...intake.told, goods: text } };
  const email = emailIn(text);
  if (step === 'email') return { ...intake, told: { ...intake.told, email } };
  if (step !== 'company' || !isEmail(email)) return { ...intake, told: { ...intake.told, [step]: text } };
  const company = text
    .replace(email, '')
    .replace(/[\s,;(]+$/, '')
    .trim();
  return { ...intake, told: { ...intake.told, company, email }, steps: intake.steps.filter((it) => it !== 'email') };
}

function namedIn(turn: Turn, { slots }: IntakeState, text: string): IntakeState['slots'] {
  const { product, destination } = slotsOf(understand(turn.published.model, text, {}).entities);
  return { ...slots, ...(product && { product: [...product] }), ...(destination && { destination: [...destination] }) };
}

function emailIn(text: string): string {
  return EMAIL.exec(text)?.[0].replace(/[.,]+$/, '') ?? '';
}

function isEmail(text: string): boolean {
  return z.email().max(200).safeParse(text).success;
}
