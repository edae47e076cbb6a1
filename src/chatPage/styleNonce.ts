/** The nonce that styles of this page must carry: the server has put it on the first one. Empty if there is none. */
export function styleNonce(): string {
  return document.querySelector('style')?.nonce ?? '';
}
