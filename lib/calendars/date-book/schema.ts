import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { DATES_MAX, OwnDateSchema } from '../document';

/** Days for which a link for relatives stays open. */
export const INVITE_DAYS = [30, 90] as const;

export const DateParamsSchema = z.strictObject({ dateId: idSchema('eventDate') });
export const InviteParamsSchema = z.strictObject({ inviteId: idSchema('dateInvite') });

/** Pictures belong to calendars; in the date book a date has none. */
const BookDateSchema = OwnDateSchema.extend({ picture: z.null() });

export const PutDatesSchema = z.strictObject({
  dates: z.array(BookDateSchema).min(1).max(DATES_MAX),
  source: z.enum(['OWN', 'IMPORT']),
});
/** 500 dates of 80 characters with their marks. */
export const PUT_DATES_BODY_LIMIT_BYTES = 512 * 1024;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'empty')
    .max(max, 'too_long')
    .regex(/^[^\p{Cc}\u2028\u2029\ud800-\udfff]*$/u, 'bad_text');

export const CreateInviteSchema = z.strictObject({
  title: line(60),
  days: z.union([z.literal(30), z.literal(90)]),
  /** A calendar that the dates are meant for; its editor then offers them. */
  calendarId: idSchema('calendar').nullable(),
});

export const InvitedParamsSchema = z.strictObject({ key: z.string().max(200) });
export const InvitedDateParamsSchema = z.strictObject({
  key: z.string().max(200),
  dateId: idSchema('eventDate'),
});

/** What a relative may say: whose day, which day, and who says it. Marks and leap rules are the owner's business. */
export const InvitedDateSchema = z.strictObject({
  contributor: line(60),
  text: line(80),
  kind: OwnDateSchema.shape.kind,
  when: OwnDateSchema.shape.when,
});
export type InvitedDate = z.output<typeof InvitedDateSchema>;

/** Proves that the one who takes a date back is the one who added it. */
export const TicketSchema = z.strictObject({ ticket: z.string().max(100) });
