import type { Words } from './words.ts';

interface Props {
  words: Words['privacy'];
  onForget(): void;
}

/** Short at sight; what is kept, and how to leave nothing behind on a shared phone, on request. */
export function Privacy({ words, onForget }: Props) {
  return (
    <details className="privacy">
      <summary>
        {words.short} <span>{words.summary}</span>
      </summary>
      <p>{words.kept}</p>
      <p>{words.device}</p>
      <p>{words.anonymous}</p>
      <button type="button" className="quiet" onClick={() => window.confirm(words.forgetSure) && onForget()}>
        {words.forget}
      </button>
      <p>{words.forgetHint}</p>
    </details>
  );
}
