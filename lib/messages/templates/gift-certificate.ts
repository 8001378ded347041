import { z } from 'zod';
import { groupGiftCode } from '@/lib/core/gift-code';
import { giftCodeOf } from '@/lib/core/gift-code-secret';
import { DaySchema, defineTemplate, LinkSchema, MoneySchema } from '../mail-content';

/** To the one it is for. The row names the certificate; its code exists in the letter only. */
export const giftCertificate = defineTemplate({
  data: z.object({
    certificateId: z.string().min(1),
    worth: MoneySchema,
    buyerName: z.string().min(1),
    recipientName: z.string().min(1),
    message: z.string(),
    validTo: DaySchema,
    url: LinkSchema,
  }),
  build({ certificateId, worth, buyerName, recipientName, message, validTo, url }, copy) {
    const { t } = copy;
    const names = { buyer: buyerName, recipient: recipientName, worth: copy.money(worth) };
    return {
      subject: t('giftCertificate.subject', names),
      preview: t('giftCertificate.preview', names),
      heading: t('giftCertificate.heading', names),
      blocks: [
        { kind: 'text', text: t('giftCertificate.body', names) },
        ...(message ? [{ kind: 'text' as const, text: `“${message}”` }] : []),
        { kind: 'code', code: groupGiftCode(giftCodeOf(certificateId)) },
        {
          kind: 'facts',
          rows: [
            { label: t('giftCertificate.worth'), value: names.worth },
            { label: t('giftCertificate.validTo'), value: copy.day(validTo) },
          ],
        },
        { kind: 'text', text: t('giftCertificate.how') },
        { kind: 'button', label: t('giftCertificate.button'), url },
        { kind: 'note', text: t('giftCertificate.note') },
      ],
    };
  },
});
