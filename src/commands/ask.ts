import { parseArgs } from 'node:util';
import { openWords } from '../answers/index.ts';
import { readConfig } from '../config.ts';
import { type TurnRecord, takeTurn } from '../conversation/index.ts';
import { exitReadably } from '../exitReadably.ts';
import { openDataDir } from '../openDataDir.ts';
import { openPassingTalk, passingCaseDesk } from '../passingTalk.ts';
import { readShipped } from '../published.ts';
import type { Understanding } from '../understanding/index.ts';

const USAGE = `npm run ask -- "question" ["next question" …] [--language id|en] [--explain]
Asks the bot as an exporter would; several questions are one talk.`;

function explain({ decision, entryId, explanation }: TurnRecord): string {
  const { understanding, slots } = parts(explanation);
  if (!understanding) return `decided: ${decision}${entryId ? ` ${entryId}` : ''}`;
  const { language, words, corrections, entities, unknownNames, candidates, inScope } = understanding;
  return [
    `language:    ${language}`,
    `words:       ${words.join(' ')}`,
    ...corrections.map(({ from, to, reason }) => `  read:      ${from} → ${to} (${reason})`),
    ...entities.map(
      ({ kind, id, text, exact, score }) =>
        `  ${kind}: ${id} from “${text}”${exact ? '' : `, mended (${score.toFixed(2)})`}`,
    ),
    ...unknownNames.map(({ kind, text }) => `  unknown ${kind}: “${text}”`),
    `in scope:    ${inScope.toFixed(3)}`,
    ...candidates.map(({ id, confidence, parts: score }) => {
      const shown = Object.entries(score).map(([name, value]) => `${name} ${value.toFixed(2)}`);
      return `  ${confidence.toFixed(3)}  ${id}  (${shown.join(', ')})`;
    }),
    `decided:     ${understanding.decision.kind}${'reason' in understanding.decision ? ` (${understanding.decision.reason})` : ''} → ${decision}${entryId ? ` ${entryId}` : ''}${slots ? ` ${JSON.stringify(slots)}` : ''}`,
  ].join('\n');
}

function parts(explanation: unknown) {
  const { slots, ...understanding } = explanation as Understanding & { slots?: unknown };
  return { slots, understanding: 'words' in understanding ? (understanding as Understanding) : undefined };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, explain: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
await exitReadably(main);

async function main(): Promise<void> {
  const { dataDir } = readConfig();
  await openDataDir(dataDir);
  const published = await readShipped({
    dataDir,
    onLearning: (count) => process.stderr.write(`learning ${count} entries once …\n`),
  });
  const talk = openPassingTalk(values.language === 'id' || values.language === 'en' ? values.language : undefined);
  const clock = () => new Date();
  const cases = passingCaseDesk(() => published, clock);
  const desk = { published: () => published, words: openWords(), clock, cases };
  for (const [at, words] of positionals.entries()) {
    const { replies } = await takeTurn({ id: `q${at + 1}`, message: { kind: 'said', text: words }, words }, talk, desk);
    process.stdout.write(`> ${words}\n`);
    if (values.explain) for (const turn of talk.turns.splice(0)) process.stdout.write(`\n${explain(turn)}\n`);
    for (const { text, choices } of replies) {
      process.stdout.write(`\n${text}\n`);
      if (choices.length > 0) process.stdout.write(`\n[${choices.map(({ title }) => title).join('] [')}]\n`);
    }
    process.stdout.write('\n');
  }
}
