import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from '../../src/chatPage/webChat/renderMarkdown.ts';

describe('renderMarkdown', () => {
  it('renders what the bot writes', () => {
    expect(renderMarkdown('**Sumber:** Permendag 111/2018\nhal. 3\n\n- satu\n- dua')).toBe(
      '<p><strong>Sumber:</strong> Permendag 111/2018<br>\nhal. 3</p>\n<ul>\n<li>satu</li>\n<li>dua</li>\n</ul>\n',
    );
  });

  it('opens links beside the talk, and tells the other side nothing', () => {
    const link = '<a href="https://e-ska.kemendag.go.id" target="_blank" rel="noopener noreferrer">';
    expect(renderMarkdown('https://e-ska.kemendag.go.id')).toContain(link);
    expect(renderMarkdown('[e-SKA](https://e-ska.kemendag.go.id)')).toContain(`${link}e-SKA</a>`);
    expect(renderMarkdown('buka e-ska.kemendag')).not.toContain('<a');
  });

  it('leaves HTML, dangerous addresses and pictures as words', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '[x](data:text/html,<script>alert(1)</script>)',
      '![kapal](https://elsewhere.example/pixel.png)',
      '<style>*{display:none}</style>',
    ];
    const tags = hostile.flatMap((text) => renderMarkdown(text).match(/<(?!\/?p>|br>)[a-z][^>]*>/g) ?? []);
    expect(tags).toEqual([]);
  });
});
