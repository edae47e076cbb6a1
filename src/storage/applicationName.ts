/** How our sessions are named in PostgreSQL's own tables: seen by operators, and by whoever is last to leave. */
export const APPLICATION_NAME = 'fta-center-bot';
