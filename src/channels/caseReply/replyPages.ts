/** A line of history or talk. */
export interface SheetLine {
  readonly head: string;
  readonly text: string;
}

/** A case as the page shows it. */
export interface Sheet {
  readonly number: string;
  readonly unit: string;
  readonly isUrgent: boolean;
  readonly standing: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly events: readonly SheetLine[];
  readonly transcript: readonly SheetLine[];
  readonly acts: readonly ReplyAct['do'][];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly seenVersion: number;
  readonly days: { readonly first: string; readonly last: string };
}

/** What a form of the page sends. */
export type ReplyAct =
  | { readonly do: 'accept' }
  | { readonly do: 'answer'; readonly words: string }
  | { readonly do: 'ask'; readonly words: string }
  | { readonly do: 'not-ours'; readonly unit: string | null; readonly typed: string; readonly reason: string }
  | { readonly do: 'postpone'; readonly day: string; readonly reason: string };

export type PageLanguage = 'id' | 'en';

/** What the page needs from outside; the cases room gives it. */
export interface ReplyPages {
  look(
    token: string,
    language: PageLanguage,
  ): Promise<
    | { readonly kind: 'unknown' }
    | {
        readonly kind: 'moved-on';
        readonly number: string;
        readonly unit: string;
        readonly own: readonly SheetLine[];
      }
    | { readonly kind: 'open'; readonly sheet: Sheet }
  >;
  act(token: string, act: ReplyAct, seenVersion: number): Promise<{ readonly refused?: string }>;
}
