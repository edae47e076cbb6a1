import { randomBytes } from 'node:crypto';
import { openWords, sayMoment } from '../../src/answers/index.ts';
import type { CaseDesk } from '../../src/cases/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const { knowledge: SHIPPED } = loadKnowledge('knowledge');

/** A unit of the shipped knowledge with an address for cases; its deputy has one too. */
export const UNIT = 'ditjen-daglu-fei';
export const DEPUTY = 'disperindag-jateng';

/** The shipped knowledge, in which staff has confirmed the addresses of two units. */
export function withAddresses(addresses: Readonly<Record<string, string>> = ADDRESSES) {
  const liaisons = new Map(
    [...SHIPPED.liaisons].map(([id, liaison]) => {
      const caseEmail = addresses[id];
      return [id, caseEmail === undefined ? liaison : { ...liaison, caseEmail, deputy: DEPUTY }] as const;
    }),
  );
  return { ...SHIPPED, liaisons };
}

const ADDRESSES = { [UNIT]: 'fei@kemendag.example', [DEPUTY]: 'kasus@disperindag.example' };

/** A desk as the app makes it, with the shipped words. */
export function testCaseDesk(part: Partial<CaseDesk> = {}): CaseDesk {
  const words = openWords();
  const knowledge = withAddresses();
  return {
    knowledge: () => knowledge,
    say: (language, key, values) => words(language, `cases:${key}`, values),
    sayMoment,
    clock: () => new Date('2026-07-13T02:00:00Z'),
    random: randomBytes,
    secret: 'a secret for tests that is long enough',
    publicUrl: () => 'http://localhost:3978',
    centreAddress: 'desk@fta.example',
    ...part,
  };
}
