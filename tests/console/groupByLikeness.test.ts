import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { groupByLikeness } from '../../src/console/server/unanswered/groupByLikeness.ts';

function groupsOf(...texts: string[]): string[][] {
  return groupByLikeness(texts.map((text) => ({ text, count: 1 }))).map(({ members }) =>
    members.map(({ text }) => text).sort(),
  );
}

describe('groupByLikeness', () => {
  it('puts typing errors, polite words and another order together', () => {
    const groups = groupsOf(
      'Bagaimana cara sewa kontainer pendingin?',
      'min, gimana cara sewa kontener pendingin ya',
      'sewa kontainer pendinginn',
      'asuransi kargo laut',
      'Saya mau tanya asuransi kargo laut, Bu',
    );
    expect(groups.map((group) => group.length).sort()).toEqual([2, 3]);
  });

  it('keeps questions about other things apart', () => {
    expect(groupsOf('berapa ongkos kirim ke Chile', 'apakah ada pameran kopi', 'alamat kantor karantina')).toHaveLength(
      3,
    );
  });

  it('lets the most frequent wording lead, whatever comes first', () => {
    const sayings = [
      { text: 'sewa gudang', count: 1 },
      { text: 'sewa gudang beku', count: 5 },
    ];
    const leaders = [sayings, sayings.toReversed()].map((given) => groupByLikeness(given).map(({ leader }) => leader));
    expect(leaders).toEqual([['sewa gudang beku'], ['sewa gudang beku']]);
  });

  it('takes words that say nothing, and no words at all', () => {
    expect(groupsOf('apa itu', '???', '👍')).toHaveLength(3);
    expect(groupsOf()).toEqual([]);
  });

  it('groups five thousand wordings in the time of a click', () => {
    const word = (n: number) =>
      createHash('sha256')
        .update(String(n))
        .digest('base64')
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .slice(0, 8);
    const texts = Array.from({ length: 5_000 }, (_, n) => `${word(n % 90)} ${word(n)} ${word(n * 31)}`);
    expect(groupByLikeness(texts.map((text) => ({ text, count: 1 }))).length).toBeGreaterThan(1_000);
  });
});
