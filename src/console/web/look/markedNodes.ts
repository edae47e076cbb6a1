import MarkdownIt, { type Token } from 'markdown-it';
import { Fragment, createElement as make, type ReactNode } from 'react';

/** Reads Markdown as the chat page does: `tests/console/marked.test.ts` holds one against the other. */
const markdown = MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false });

/**
 * Markdown as an exporter's bubble shows it, made of elements and never of HTML in a text: tags stay text, pictures are
 * not loaded, and markdown-it refuses addresses like `javascript:`.
 */
export function markedNodes(text: string): ReactNode[] {
  return nodesOf(markdown.parse(text, {}));
}

/** An element whose end has not come yet. */
interface Opened {
  readonly token: Token | null;
  readonly children: ReactNode[];
}

function nodesOf(tokens: readonly Token[]): ReactNode[] {
  const root: Opened = { token: null, children: [] };
  const open = [root];
  for (const [key, token] of tokens.entries()) {
    const here = open.at(-1) ?? root;
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === 0) here.children.push(leafOf(token, key));
    else {
      open.pop();
      open.at(-1)?.children.push(elementOf(here, key));
    }
  }
  return root.children;
}

function elementOf({ token, children }: Opened, key: number): ReactNode {
  // Of a short list the paragraphs are left out, as the chat page does.
  if (!token || token.hidden) return make(Fragment, { key }, ...children);
  return make(tagOf(token), { key, ...attributesOf(token) }, ...children);
}

/** The page around it has headings of its own: those of an answer stand out without being of their order. */
function tagOf({ tag }: Token): string {
  return /^h\d$/.test(tag) ? 'p' : tag;
}

function attributesOf(token: Token): Record<string, string | number> {
  if (token.type === 'link_open')
    return { href: String(token.attrGet('href')), target: '_blank', rel: 'noopener noreferrer' };
  const start = token.attrGet('start');
  return start === null ? {} : { start: Number(start) };
}

function leafOf(token: Token, key: number): ReactNode {
  switch (token.type) {
    case 'inline':
      return make(Fragment, { key }, ...nodesOf(token.children ?? []));
    case 'softbreak':
    case 'hardbreak':
      return make('br', { key });
    case 'hr':
      return make('hr', { key });
    case 'code_inline':
      return make('code', { key }, token.content);
    case 'fence':
    case 'code_block':
      return make('pre', { key }, make('code', null, token.content));
    default:
      // Words; of a picture what stands in for it.
      return token.content;
  }
}
