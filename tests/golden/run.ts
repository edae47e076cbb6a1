/**
 * `npm run golden -- [--failures] [--area ska]`: asks the golden questions and prints the figures; with `--failures`
 * every question that failed and what was shown instead. `--floors` raises the floors to what is measured.
 *
 * @module
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBot } from './askBot.ts';
import floors from './floors.json' with { type: 'json' };
import { askAll, type Floors, heldFigures, languageFigures } from './measure.ts';
import { failureLine, failuresOf, tableOf } from './report.ts';

const { values } = parseArgs({
  options: { failures: { type: 'boolean' }, area: { type: 'string' }, floors: { type: 'boolean' } },
});

const desk = await openBot();
const verdicts = await askAll(desk, values.area);
const language = await languageFigures(desk, verdicts);
if (values.failures) {
  for (const verdict of failuresOf(verdicts)) process.stdout.write(`${failureLine(verdict)}\n\n`);
  process.stdout.write(`read in the other language: ${language.misread.map((text) => `“${text}”`).join(', ')}\n\n`);
}
process.stdout.write(`${tableOf(verdicts, language)}\n`);
if (values.floors && !values.area) await raiseFloors(heldFigures(verdicts, language));

/** Floors stand on halves of a point and never fall. */
async function raiseFloors(held: Floors): Promise<void> {
  const known: Floors = floors;
  const raised = Object.entries(held).map(([name, value]) => [
    name,
    Math.max(known[name] ?? 0, Math.floor(value * 2) / 2),
  ]);
  const text = `${JSON.stringify(Object.fromEntries(raised), null, 2)}\n`;
  await writeFile(join(import.meta.dirname, 'floors.json'), text);
}
