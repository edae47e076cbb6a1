/** The tables of the knowledge, in the order in which they are offered. */
export const TABLES = [
  'entries',
  'agreements',
  'destinations',
  'products',
  'regulations',
  'documents',
  'liaisons',
  'routes',
  'programmes',
  'terms',
  'spellings',
  'talk',
] as const;
