import { describe, expect, it } from '@jest/globals';
import { openBot } from './askBot.ts';
import floors from './floors.json' with { type: 'json' };
import { askAll, type Floors, heldFigures, languageFigures } from './measure.ts';
import { failureLine, tableOf, worstOf } from './report.ts';

const desk = await openBot();
const verdicts = await askAll(desk);
const language = await languageFigures(desk, verdicts);
const held = heldFigures(verdicts, language);

process.stderr.write(
  `${tableOf(verdicts, language)}\n\nThe worst:\n${worstOf(verdicts).map(failureLine).join('\n')}\n`,
);

describe('golden questions', () => {
  it.each(Object.entries(floors as Floors))('keep %s at %d % or more', (name, floor) => {
    expect({ [name]: held[name] }).toEqual({ [name]: expect.any(Number) });
    expect(held[name]).toBeGreaterThanOrEqual(floor);
  });

  it('have a floor for every figure', () => {
    expect(Object.keys(held).filter((name) => !(name in (floors as Floors)))).toEqual([]);
  });

  it('name entries and classes of small talk that exist', () => {
    const { entries, talk } = desk.published().knowledge;
    const known = new Set([...entries.keys(), ...talk.map(({ id }) => id)]);
    const named = verdicts.flatMap(({ question }) => question.targets.map(({ entry }) => entry));
    expect([...new Set(named)].filter((entry) => !known.has(entry))).toEqual([]);
  });

  it('name rows that exist', () => {
    const { destinations, products, agreements, liaisons, programmes, regulations, terms } = desk.published().knowledge;
    const tables: Record<string, ReadonlyMap<string, unknown>> = {
      destination: destinations,
      product: products,
      agreement: agreements,
      unit: liaisons,
      programme: programmes,
      regulation: regulations,
      term: terms,
    };
    const named = verdicts.flatMap(({ question }) => question.targets.flatMap(({ rows = {} }) => Object.entries(rows)));
    const missing = named.flatMap(([slot, ids]) => ids.filter((id) => !tables[slot]?.has(id)));
    expect(missing).toEqual([]);
  });

  it('are asked once each', () => {
    const asked = verdicts.map(({ question }) => [...question.after, question.text].join(' → ').toLowerCase());
    expect(asked.filter((text, at) => asked.indexOf(text) !== at)).toEqual([]);
  });
});
