import { describe, expect, it } from '@jest/globals';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { renderMarkdown } from '../../src/chatPage/webChat/renderMarkdown.ts';
import { markedNodes } from '../../src/console/web/look/markedNodes.ts';

const shown = (text: string) => renderToStaticMarkup(createElement(Fragment, null, ...markedNodes(text)));

/** Without the line ends that markdown-it puts between blocks, and with attributes and signs in one order and spelling. */
function plain(html: string): string {
  return html
    .replace(/>\n/g, '>')
    .replace(/<br\/?>/g, '<br>')
    .replace(/<hr\/?>/g, '<hr>')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, '<a href="$1" target="_blank" rel="noopener noreferrer">')
    .replaceAll('&#x27;', "'");
}

describe('markedNodes', () => {
  it.each([
    '**Tebal**, *miring* dan _miring_ juga, ***keduanya***, `kode`, ~~coret~~.',
    'Satu\nbaris lagi\n\nAlinea baru.',
    'Daftar:\n\n- satu\n- *dua*\n  - dalam\n- tiga\n\n1. pertama\n2. kedua',
    '3. mulai dari tiga\n4. lalu empat',
    '- satu\n\n- dengan alinea',
    'Lihat [laman e-SKA](https://e-ska.kemendag.go.id "judul") atau https://insw.go.id/intr?a=1&b=2 atau a@b.go.id.',
    '> dikutip *begini*\n\n---\n\n```\nkode <b>\n```',
    'e-ska.kemendag bukan tautan, 5 * 3 * 2 bukan miring, 2_3_4 juga.',
    '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>bukan tebal</b>',
    '[klik](javascript:alert(1)) [klik](data:text/html,x) [klik](vbscript:x) <javascript:alert(1)>',
    '![gambar](https://evil.example/pixel.gif) dan [![x](https://evil.example/y.png)](https://insw.go.id)',
    '[a](https://x.example/"onmouseover="alert(1)) [b](https://x.example/\'><img>)',
    '&lt;b&gt; &amp; &quot; "kutip" \'tunggal\'',
  ])('shows %j as the chat page does', (text) => {
    expect(plain(shown(text))).toBe(plain(renderMarkdown(text)));
  });

  it('makes no heading of the page out of one in a text', () => {
    expect(shown('# Judul')).toBe('<p>Judul</p>');
  });

  it('loads nothing and runs nothing', () => {
    const html = shown('![x](https://evil.example/p.gif) <script>1</script> [k](javascript:alert(1)) <iframe src=//e>');
    expect(html).not.toMatch(/<(img|script|iframe|svg|style)|href="(javascript|data)/i);
  });
});
