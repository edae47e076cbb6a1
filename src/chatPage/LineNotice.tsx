import type { LineState } from './line/steadyLine.ts';
import type { Words } from './words.ts';

interface Props {
  state: LineState;
  words: Words['line'];
  onRetry(): void;
}

/** Says that the line is down, and that nothing is lost by it. The box for it is always there, for screen readers. */
export function LineNotice({ state, words, onRetry }: Props) {
  const isDown = state === 'down' || state === 'offline';
  return (
    <div className="notice" role="status" data-line={state}>
      {isDown && (
        <div className="notice-inner">
          <p>{words[state]}</p>
          <button type="button" onClick={onRetry}>
            {words.retry}
          </button>
        </div>
      )}
    </div>
  );
}
