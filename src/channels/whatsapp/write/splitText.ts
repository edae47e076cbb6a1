/** How many characters the last part may have, and each one before it. */
export interface Room {
  readonly last: number;
  readonly others: number;
}

/** From where one would rather cut to where one must. */
const BREAKS: readonly RegExp[] = [/\n\n+/g, /\n+/g, /[.!?…]["”’)]*\s+(?=\S)/g, /\s+/g];

/** A full stop after one of these ends no sentence. */
const ABBREVIATION = /(?:^|[\s("“])(?:no|jl|pt|cv|rp|dr|ir|art|ps|hlm|tgl|e\.g|i\.e|a\.n|d\.a|u\.p|dll|dsb|vs)\.$/i;

/**
 * Splits a text that does not fit into one bubble: between paragraphs if that can be, else between lines, between
 * sentences, between words, and only a word longer than a bubble in its middle.
 *
 * The last part, which has the buttons, is filled first: fewer bubbles, for each is paid for. Bold words stay whole.
 */
export function splitText(text: string, room: Room): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > room.last) {
    const cut = cutOf(rest, room);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

function cutOf(text: string, { last, others }: Room): number {
  const isNearEnd = text.length <= others + last;
  const from = isNearEnd ? text.length - last : Math.floor(others / 2);
  const to = Math.min(others, text.length - 1);
  for (const pattern of BREAKS) {
    const cuts = cutsAt(text, pattern).filter((cut) => cut >= from && cut <= to && isOutsideBold(text, cut));
    const cut = isNearEnd ? cuts[0] : cuts.at(-1);
    if (cut !== undefined) return cut;
  }
  return isHalf(text, to) ? to - 1 : to;
}

function cutsAt(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)]
    .filter(({ 0: gap, index }) => !/[.]/.test(gap) || !ABBREVIATION.test(text.slice(0, index + 1)))
    .map(({ 0: gap, index }) => index + gap.length);
}

/** Markup does not reach beyond a line. */
function isOutsideBold(text: string, cut: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', cut - 1) + 1, cut);
  return (line.match(/\*/g)?.length ?? 0) % 2 === 0;
}

/** Between the halves of one sign, an emoji for instance. */
function isHalf(text: string, cut: number): boolean {
  const code = text.charCodeAt(cut);
  return code >= 0xdc00 && code <= 0xdfff;
}
