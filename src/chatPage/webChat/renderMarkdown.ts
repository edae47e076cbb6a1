import MarkdownIt from 'markdown-it';

const markdown = MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });

/** Bare words like `e-ska.kemendag` are no links; only what says `https://` or looks like a mail address is. */
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false });

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  const token = tokens[index];
  token?.attrSet('target', '_blank');
  token?.attrSet('rel', 'noopener noreferrer');
  return renderer.renderToken(tokens, index, options);
};

/** Pictures are never loaded from anywhere: their text stands in for them. */
markdown.renderer.rules.image = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '');

/**
 * What the bot says, as HTML.
 *
 * HTML in it stays text; links open beside the talk and tell the other side nothing about it; markdown-it itself
 * refuses addresses like `javascript:`.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
