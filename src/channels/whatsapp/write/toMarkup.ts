import MarkdownIt, { type Token } from 'markdown-it';

const markdown = new MarkdownIt('commonmark', { html: false, breaks: true }).enable('strikethrough');

/**
 * Markdown as WhatsApp writes it: `*bold*`, `_italic_`, `~struck~`, lists with "- ", links as their address.
 *
 * Signs that stand for themselves, in what an exporter typed for instance, are replaced by look-alikes where WhatsApp
 * would take them for markup.
 */
export function toMarkup(text: string): string {
  return blocksOf(markdown.parse(text, {}))
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Where a block stands: the lists around it, and how far each has counted. */
interface Place {
  readonly lists: { next: number | null }[];
  quotes: number;
  /** The marker of an item, until its first words take it. */
  marker: string;
}

function blocksOf(tokens: readonly Token[]): string {
  const place: Place = { lists: [], quotes: 0, marker: '' };
  let text = '';
  for (const token of tokens) text += blockOf(token, place);
  return text;
}

function blockOf(token: Token, place: Place): string {
  switch (token.type) {
    case 'bullet_list_open':
      place.lists.push({ next: null });
      return '';
    case 'ordered_list_open':
      place.lists.push({ next: Number(token.attrGet('start') ?? 1) });
      return '';
    case 'bullet_list_close':
    case 'ordered_list_close':
      place.lists.pop();
      return place.lists.length === 0 ? '\n' : '';
    case 'list_item_open':
      place.marker = markerOf(place);
      return '';
    case 'blockquote_open':
      place.quotes += 1;
      return '';
    case 'blockquote_close':
      place.quotes -= 1;
      return '\n';
    case 'heading_close':
      return '*\n\n';
    case 'paragraph_close':
      return place.lists.length > 0 || token.hidden ? '\n' : '\n\n';
    case 'heading_open':
      return '*';
    case 'inline':
      return withPlace(token.children ?? [], place);
    case 'fence':
    case 'code_block':
      return `\`\`\`${token.content.trimEnd()}\`\`\`\n\n`;
    case 'hr':
      return '\n';
    default:
      return '';
  }
}

function markerOf({ lists }: Place): string {
  const list = lists.at(-1);
  const indent = '  '.repeat(Math.max(0, lists.length - 1));
  if (!list || list.next === null) return `${indent}- `;
  const marker = `${indent}${list.next}. `;
  list.next += 1;
  return marker;
}

function withPlace(children: readonly Token[], place: Place): string {
  const words = inlineOf(children);
  const { marker } = place;
  place.marker = '';
  const quoted = place.quotes > 0 ? words.replace(/^/gm, '> ') : words;
  return `${marker}${quoted}`;
}

const MARKS: Readonly<Record<string, string>> = {
  strong_open: '*',
  strong_close: '*',
  em_open: '_',
  em_close: '_',
  s_open: '~',
  s_close: '~',
  softbreak: '\n',
  hardbreak: '\n',
};

function inlineOf(children: readonly Token[]): string {
  let text = '';
  /** Where the words of a link began, and where it leads. */
  const links: { at: number; href: string }[] = [];
  for (const child of children) {
    if (child.type === 'link_open') links.push({ at: text.length, href: String(child.attrGet('href') ?? '') });
    else if (child.type === 'link_close') text += targetOf(text, links.pop());
    else if (child.type === 'text') text += plain(child.content, text);
    else if (child.type === 'code_inline') text += `\`${child.content}\``;
    else if (child.type === 'image') text += plain(child.content, text);
    else text += MARKS[child.type] ?? '';
  }
  return text;
}

/** Phones make addresses tappable by themselves; one that is its own words is not said twice. */
function targetOf(text: string, link: { at: number; href: string } | undefined): string {
  if (!link?.href) return '';
  const address = link.href.replace(/^(mailto|tel):/, '');
  const words = text.slice(link.at);
  return words.replace(/^https?:\/\//, '') === address.replace(/^https?:\/\//, '') ? '' : ` (${address})`;
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** WhatsApp begins markup at a sign after a gap and before a word; inside an address or a file name it does not. */
function plain(content: string, before: string): string {
  return content.replace(/[*_~`]/g, (sign, at: number) => {
    const previous = content[at - 1] ?? before.at(-1) ?? ' ';
    const next = content[at + 1] ?? ' ';
    const begins = !/[\p{L}\p{N}/:.]/u.test(previous) && /\S/.test(next);
    return begins ? (LOOK_ALIKES[sign] ?? sign) : sign;
  });
}
