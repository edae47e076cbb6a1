import { type Activity, ActivityTypes } from 'botbuilder-core';
import { type Case, maskOf, type Telling } from '../cases/index.ts';

/**
 * Bot Framework's word to a channel that a person takes over: `handoff.initiate`, with the case and its transcript.
 *
 * Names, numbers and addresses of people are hidden in it, as in every transcript that leaves the talk. Made by hand: the SDK's own factory is part of a package that is archived, and the event is this small.
 */
export function initiateHandoff(kase: Case): Partial<Activity> {
  const { number, isUrgent, suggestedUnit, personal } = kase;
  const mask = maskOf(personal);
  const activities = (personal?.transcript ?? []).map(({ by, text, at }) => ({
    type: ActivityTypes.Message,
    timestamp: at,
    from: { role: by === 'exporter' ? 'user' : 'bot' },
    text: mask(text),
  }));
  return {
    type: ActivityTypes.Event,
    name: 'handoff.initiate',
    value: { caseNumber: number, isUrgent, unit: suggestedUnit },
    attachments: [{ contentType: 'application/json', name: 'Transcript', content: { activities } }],
  };
}

/** How the handoff goes: `accepted`, `failed` or `completed`. */
export function handoffStatus({ handoff, text }: Telling): Partial<Activity>[] {
  if (!handoff) return [];
  return [{ type: ActivityTypes.Event, name: 'handoff.status', value: { state: handoff, message: text } }];
}
