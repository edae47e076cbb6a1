/**
 * A title within the room a phone gives it, cut at the end of a word.
 *
 * @param room in characters as UTF-16 counts them, which is never fewer than Meta counts
 */
export function cutTitle(title: string, room: number): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= room) return line;
  const head = line.slice(0, room - 1);
  const atWord = line[room - 1] === ' ' ? head : head.replace(/\s+\S*$/, '');
  // One long word: better half of it than nothing.
  const kept = atWord.length >= room / 3 ? atWord : head.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:(–-]+$/, '')}…`;
}
