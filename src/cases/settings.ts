import { z } from 'zod';

const hour = z.string().regex(/^([01]\d|2[0-3])[.:][0-5]\d$/, 'an hour looks like 08.00');
const days = z.number().int().min(1).max(250);

/** How long what may take. Days and hours are those of the centre's working time. */
export const caseSettingsSchema = z
  .object({
    opensAt: hour.default('08.00'),
    closesAt: hour.default('16.00'),
    firstReplyDays: days.default(1),
    urgentReplyHours: z.number().int().min(1).max(80).default(2),
    acceptanceDays: days.default(3),
    answerDays: days.default(5),
    coordinatedAnswerDays: days.default(14),
    /** Calendar days without a word from the exporter, after which an answered case closes by itself. */
    closeAfterDays: days.default(14),
    /** Calendar days after which a case that waits for the exporter is closed. */
    waitForExporterDays: days.default(30),
    /** Months after its end, until a case loses everything personal. */
    keepMonths: z.number().int().min(1).max(120).default(12),
    /** Calendar days that a liaison's link lives beyond the last deadline. */
    linkDays: days.default(60),
    /** Hours after the last word of staff, until the bot takes a talk back. */
    heldHours: z.number().int().min(1).max(240).default(24),
  })
  .refine((it) => it.opensAt.replace(':', '.') < it.closesAt.replace(':', '.'), 'it must open before it closes');
export type CaseSettings = z.infer<typeof caseSettingsSchema>;

/** A day that staff added to the calendar, or took out of it. */
export interface DayOff {
  /** `2026-12-24`, in WIB. */
  readonly day: string;
  readonly isOff: boolean;
  readonly name: string;
}

/** What deadlines are reckoned with. */
export interface Rules {
  readonly settings: CaseSettings;
  readonly daysOff: readonly DayOff[];
}
