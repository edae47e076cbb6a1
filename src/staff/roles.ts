/** What a member of staff may be; one person may be several of these. */
export const ROLES = ['viewer', 'editor', 'publisher', 'case-officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a word from outside names a role. `admin` is taken for administrator: it is what people type. */
export function readRole(word: string): Role | undefined {
  const name = word === 'admin' ? 'administrator' : word;
  return ROLES.find((role) => role === name);
}
