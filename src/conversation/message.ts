import type { Language } from '../answers/index.ts';
import type { Action } from './action.ts';

/** What a channel cannot turn into words. */
export type AttachmentKind = 'voice' | 'image' | 'document' | 'sticker' | 'location' | 'contact' | 'file';

/** What came in, whatever the channel. */
export type Message =
  /** The talk has begun; a poster's QR code may have named a topic. */
  | { readonly kind: 'arrived'; readonly language?: Language }
  /** The page tells its language: when it opens, and when the switch is tapped. */
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'tapped'; readonly action: Action }
  | { readonly kind: 'attached'; readonly what: AttachmentKind }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'nothing' };
