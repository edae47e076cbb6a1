/** Questions that exporters asked. Storage fulfils it. */
export interface QuestionStore {
  /** Different questions asked since then, the newest first. */
  findRecent(since: Date, limit: number): Promise<{ readonly text: string; readonly language: 'id' | 'en' }[]>;
}
