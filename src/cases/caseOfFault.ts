import type { CaseDesk } from './caseDesk.ts';
import { type CaseTalk, type Opening, openCase } from './openCase.ts';
import type { Rules } from './settings.ts';

const FAULT = { topic: 'fault', agreement: null, product: null, destination: null };

/**
 * The case of a turn that failed: her question is with the centre's desk, although the bot could not even read it.
 *
 * Nobody asked her for consent, so no unit gets it. A second failure in the same talk joins the first one's case.
 */
export function caseOfFault(desk: CaseDesk, talk: CaseTalk, words: string): (rules: Rules) => Opening {
  return openCase(desk, talk, {
    door: 'fault',
    about: FAULT,
    isUrgent: false,
    needsCoordination: false,
    consent: null,
    personal: { problem: words },
  });
}
