/**
 * Emotion, with which Web Chat and its parts write their styles, as the content security policy of the page lets it:
 * one of the parts, the one that scrolls, forgets to pass the nonce on. The build gives this module to all of them.
 *
 * @module
 */
import createPlainEmotion from '@emotion/css/create-instance';
import { styleNonce } from '../styleNonce.ts';

export default function createEmotion(options: { key: string; nonce?: string }) {
  return createPlainEmotion({ ...options, nonce: options.nonce || styleNonce() });
}
