import type { Choice } from './action.ts';

/** One bubble: Markdown, and what can be tapped beneath it. */
export interface Reply {
  readonly text: string;
  /** In the order shown; a channel without buttons numbers them. */
  readonly choices: readonly Choice[];
  /** The text numbers the choices already. */
  readonly isNumbered?: boolean;
}
