/** The nonce that styles made by this page must carry; the server writes a new one into each answer. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
