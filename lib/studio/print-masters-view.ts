import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** What the AI pictures of a calendar need to be sharp in print. Safe for the browser. */
export const PrintMastersViewSchema = z.strictObject({
  /** Pictures that would be made larger, and what that costs. */
  wanted: z.number().int().min(0),
  stars: z.number().int().min(0),
  /** Wanted ones that are too coarse to be printed as they are: without more pixels there is no print file. */
  blocked: z.number().int().min(0),
  /** Pictures that are being made larger now. */
  open: z.number().int().min(0),
  /** Wanted ones that were tried in vain; their stars came back. */
  failed: z.number().int().min(0),
  /** The person's free stars. */
  balance: z.number().int().min(0),
});
export type PrintMastersView = z.infer<typeof PrintMastersViewSchema>;

export const PrintMastersQuerySchema = z.strictObject({ calendarId: idSchema('calendar') });

export const StartPrintMastersSchema = z.strictObject({
  calendarId: idSchema('calendar'),
  /** The price that was on the screen; a higher one is refused. */
  stars: z.number().int().min(0),
});
export type StartPrintMasters = z.infer<typeof StartPrintMastersSchema>;
