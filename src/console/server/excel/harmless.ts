/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before `=`, `+`, `-`, `@` and tabs, also for
 * whoever saves the sheet as CSV. {@link plain} takes it away again.
 */
export function harmless(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text as it was before {@link harmless}. */
export function plain(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
