import { expect } from '@jest/globals';
import { anExporter, type Bubble } from '../support/exporter.ts';

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

/** Takes a journey through the real Direct Line and holds each answer against its step. */
export async function takeJourney(url: string, { language, steps }: Journey): Promise<void> {
  const exporter = await anExporter(url, language);
  for (const step of steps) {
    const bubbles = step.taps ? await exporter.tap(step.taps) : await exporter.say(step.says ?? '');
    hold(step, bubbles);
  }
}

function hold({ says, taps, expects, forbids = [], bubbles: count = 1, offers = [] }: Step, bubbles: Bubble[]): void {
  const text = bubbles.map((bubble) => bubble.text).join('\n');
  const choices = bubbles.flatMap((bubble) => bubble.choices);
  const shown = `${says ?? `[${taps}]`}\n→ ${text}\n[${choices.join('] [')}]`;
  const missing = expects.filter((one) => !matches(text, one));
  const wrong = forbids.filter((one) => matches(text, one));
  const absent = offers.filter((one) => !choices.some((choice) => matches(choice, one)));
  expect({ shown, missing, wrong, absent, bubbles: bubbles.length }).toEqual({
    shown,
    missing: [],
    wrong: [],
    absent: [],
    bubbles: count,
  });
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
