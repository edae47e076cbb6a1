import { describe, expect, it } from '@jest/globals';
import { TurnCut, withinLimit } from '../../src/channels/withinLimit.ts';

const never = () => new Promise<never>(() => undefined);

describe('withinLimit', () => {
  it('gives what was done in time', async () => {
    expect(await withinLimit(async () => 'done', 1_000)).toBe('done');
  });

  it('passes on what broke', async () => {
    await expect(withinLimit(() => Promise.reject(new TypeError('broken')), 1_000)).rejects.toThrow(TypeError);
  });

  it('ends what takes too long, and what is cut', async () => {
    await expect(withinLimit(never, 10)).rejects.toThrow('longer than 10 ms');
    const cutting = new AbortController();
    const cut = withinLimit(never, 60_000, cutting.signal);
    cutting.abort();
    await expect(cut).rejects.toThrow(TurnCut);
  });

  it('begins nothing after the cut', async () => {
    const cutting = new AbortController();
    cutting.abort(new TurnCut('before'));
    const begun: string[] = [];
    await expect(withinLimit(async () => begun.push('begun'), 1_000, cutting.signal)).rejects.toThrow(TurnCut);
    expect(begun).toEqual([]);
  });
});
