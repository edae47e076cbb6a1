/**
 * Headers every answer gets unless its route says otherwise: nothing is framed, guessed, cached or told to others.
 *
 * A page brings its own `content-security-policy`. The referrer is withheld because a liaison's link is a key.
 *
 * @param isHttps the public address is https; browsers then never try http again
 */
export function safeHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
