import { Fragment, type ReactNode } from 'react';

/** Shows the little Markdown that answers use: bold, links, lists. Whatever else a text holds is shown as text. */
export function Marked({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no other name
    <Fragment key={at}>{blockOf(block)}</Fragment>
  ));
}

function blockOf(block: string): ReactNode {
  const lines = block.split('\n');
  const isList = lines.every((line) => /^\s*([-*]|\d+\.)\s/.test(line));
  if (isList)
    return (
      <ul>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
          <li key={at}>{inline(line.replace(/^\s*([-*]|\d+\.)\s/, ''))}</li>
        ))}
      </ul>
    );
  return <p className="words">{inline(block)}</p>;
}

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\(https?:[^)\s]+\))/).map((part) => {
    const bold = /^\*\*(.+)\*\*$/.exec(part);
    if (bold) return <strong key={part}>{bold[1]}</strong>;
    const link = /^\[([^\]]+)\]\((https?:[^)\s]+)\)$/.exec(part);
    if (link)
      return (
        <a key={part} href={link[2]} rel="noreferrer" target="_blank">
          {link[1]}
        </a>
      );
    return part;
  });
}
