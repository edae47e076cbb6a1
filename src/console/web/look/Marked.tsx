import { markedNodes } from './markedNodes.ts';

/** Shows the Markdown of an answer as an exporter sees it. */
export function Marked({ text }: { text: string }) {
  return <>{markedNodes(text)}</>;
}
