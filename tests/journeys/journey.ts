import { expect } from '@jest/globals';
import { type Bubble, says as isSaid, type Talker } from './talker.ts';

/** One step of a talk: what the exporter does, and what the bot's bubbles must and must not say. */
export interface Step {
  readonly says?: string;
  readonly taps?: string;
  readonly expects: readonly (string | RegExp)[];
  readonly forbids?: readonly (string | RegExp)[];
  /** How many bubbles answer; 1 unless said. */
  readonly bubbles?: number;
  /** Choices that must be offered. */
  readonly offers?: readonly (string | RegExp)[];
}

/** A whole talk as a table. */
export interface Journey {
  readonly name: string;
  readonly language: 'id' | 'en';
  readonly steps: readonly Step[];
}

/** Takes a journey on one of the lines and holds each answer against its step. */
export async function takeJourney(talker: Talker, { steps }: Journey): Promise<void> {
  for (const step of steps) {
    const bubbles = step.taps ? await talker.tap(step.taps) : await talker.say(step.says ?? '');
    hold(step, bubbles);
  }
}

function hold({ says, taps, expects, forbids = [], bubbles: count = 1, offers = [] }: Step, bubbles: Bubble[]): void {
  const text = bubbles.map((bubble) => bubble.text).join('\n');
  const choices = bubbles.flatMap((bubble) => bubble.choices);
  const shown = `${says ?? `[${taps}]`}\n→ ${text}\n[${choices.join('] [')}]`;
  const missing = expects.filter((one) => !isSaid(text, one));
  const wrong = forbids.filter((one) => isSaid(text, one));
  const absent = offers.filter((one) => !choices.some((choice) => isSaid(choice, one)));
  expect({ shown, missing, wrong, absent, bubbles: bubbles.length }).toEqual({
    shown,
    missing: [],
    wrong: [],
    absent: [],
    bubbles: count,
  });
}
