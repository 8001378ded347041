import { z } from 'zod';
import { groupGiftCode } from '@/lib/core/gift-code';
import { giftCodeOf } from '@/lib/core/gift-code-secret';
import { DaySchema, defineTemplate, LinkSchema, MoneySchema } from '../mail-content';

/** To the one it is for. The row names the certificate; its code exists in the letter only. */
export const giftCertificate = defineTemplate({
  holdsSecret: true,
  data: z.object({
    certificateId: z.string().min(1),
    worth: MoneySchema,
    /** Null when the giver has had themselves forgotten since. */
    buyerName: z.string().min(1).nullable(),
    recipientName: z.string().min(1),
    message: z.string(),
    validTo: DaySchema,
    url: LinkSchema,
  }),
  build({ certificateId, worth, buyerName, recipientName, message, validTo, url }, copy) {
    const { t } = copy;
    const names = { recipient: recipientName, worth: copy.money(worth) };
    const from =
      buyerName === null
        ? {
            subject: t('giftCertificate.subjectFromNobody', names),
            body: t('giftCertificate.bodyFromNobody', names),
          }
        : {
            subject: t('giftCertificate.subject', { ...names, buyer: buyerName }),
            body: t('giftCertificate.body', { ...names, buyer: buyerName }),
          };
    return {
      subject: from.subject,
      preview: t('giftCertificate.preview', names),
      heading: t('giftCertificate.heading', names),
      blocks: [
        { kind: 'text', text: from.body },
        ...(message
          ? [{ kind: 'text' as const, text: t('giftCertificate.quote', { message }) }]
          : []),
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
