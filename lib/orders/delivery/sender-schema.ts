import { z } from 'zod';

const ref = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'bad_ref');
const words = z.string().trim().min(1, 'required').max(200, 'too_long');

/** Who sends by Nova Poshta: its own names of the company, the contact and the branch where parcels are handed in. */
export const SenderSchema = z.strictObject({
  counterpartyRef: ref,
  counterpartyName: words,
  contactRef: ref,
  contactName: words,
  phone: z.string().regex(/^\+380\d{9}$/, 'bad_phone'),
  cityRef: ref,
  cityName: words,
  pointRef: ref,
  pointName: words,
});
export type Sender = z.output<typeof SenderSchema>;
