import type { Rolldown } from 'vite';
import type { Language } from '../language.ts';
import type { WrittenPage } from '../writePage.tsx';

type Output = Rolldown.RolldownOutput['output'];

/** Stands where the server puts a new nonce into each answer. */
export const NONCE_MARK = '%nonce%';

/**
 * Makes the HTML of one language out of what Vite has written.
 *
 * On a slow line every request costs half a second before its first byte. So styles stand in the page itself, and all
 * scripts are named at once, in the order in which they are needed.
 */
export function finishHtml(output: Output, language: Language, written: WrittenPage): string {
  const { body, ...texts } = written;
  const template = textOf(output, 'index.html').replace('<html lang="id">', `<html lang="${language}">`);
  const filled = Object.entries(texts).reduce(
    (html, [name, value]) => html.replaceAll(`{{${name}}}`, escapeHtml(value)),
    withStyles(template, output),
  );
  const preloads = chunksInOrder(output).map((name) => `<link rel="modulepreload" href="/${name}">`);
  return filled.replace('{{body}}', () => body).replace('</head>', () => `${preloads.join('\n')}\n</head>`);
}

function withStyles(html: string, output: Output): string {
  return html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/, (_, name: string) => {
    return `<style nonce="${NONCE_MARK}">${textOf(output, name)}</style>`;
  });
}

/** What the entry imports at once comes before what it imports later. */
function chunksInOrder(output: Output): string[] {
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry)?.fileName ?? '';
  const ordered: string[] = [entry];
  for (const name of ordered) {
    const chunk = chunks.get(name);
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) {
      if (!ordered.includes(next)) ordered.push(next);
    }
  }
  return ordered.slice(1);
}

function textOf(output: Output, name: string): string {
  const file = output.find((each) => each.fileName === name);
  if (file?.type !== 'asset') throw new Error(`the build has not written ${name}`);
  return String(file.source);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
