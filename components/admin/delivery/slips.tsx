import { useTranslations } from 'next-intl';
import type { StaffParcel } from '@/lib/admin/delivery/present-parcel';

const SHEET =
  'rounded-card border border-line bg-white p-8 text-black shadow-sheet print:break-after-page print:rounded-none print:border-0 print:p-0 print:shadow-none';

/** One sheet to pack by: what goes into the box and where it goes. Without prices: it may be a gift. */
export function PackingSlip({ parcel }: { parcel: StaffParcel }) {
  const t = useTranslations('delivery');
  return (
    <article className={SHEET}>
      <div className="flex flex-wrap items-baseline justify-between gap-4 border-b-2 border-black pb-3">
        <h2 className="text-3xl">{t('slips.heading')}</h2>
        <p className="text-lg tabular-nums">
          {t('slips.order', { number: parcel.orderNumber, parcel: parcel.position })}
        </p>
      </div>
      <div className="my-6 grid gap-6 sm:grid-cols-2 print:grid-cols-2">
        <div>
          <h3 className="text-sm font-semibold uppercase">{t('slips.to')}</h3>
          <address className="text-lg not-italic">
            {parcel.addressLines.map((line) => (
              <span key={line} className="block break-words">
                {line}
              </span>
            ))}
          </address>
        </div>
        <div>
          <h3 className="text-sm font-semibold uppercase">{t('slips.by')}</h3>
          <p className="text-lg">{t(`methods.${parcel.method ?? 'unknown'}`)}</p>
          {parcel.pickupPoint ? <p className="break-words">{parcel.pickupPoint.name}</p> : null}
        </div>
      </div>
      <table className="w-full border-collapse text-left text-lg">
        <thead>
          <tr className="border-b border-black text-sm uppercase">
            <th className="py-2 pr-4 font-semibold">{t('slips.quantity')}</th>
            <th className="py-2 font-semibold">{t('slips.calendar')}</th>
          </tr>
        </thead>
        <tbody>
          {parcel.items.map((item) => (
            <tr key={item.id} className="border-b border-black/30 align-top">
              <td className="py-3 pr-4 text-2xl font-semibold tabular-nums">{item.quantity}</td>
              <td className="py-3 break-words">
                {item.title || item.productName}
                <span className="block text-base text-black/70">{item.productName}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parcel.isGift ? (
        <p className="mt-6 border-2 border-black px-4 py-3 text-lg font-semibold">
          {t('slips.gift_inside')}
        </p>
      ) : null}
      <p className="mt-8 flex gap-3 text-sm text-black/70">
        {t('slips.checked')}
        <span aria-hidden="true" className="inline-block w-56 border-b border-black/50" />
      </p>
    </article>
  );
}

/** The customer's words on a card for the box. */
export function GiftCard({ parcel }: { parcel: StaffParcel }) {
  const t = useTranslations('delivery.slips');
  return (
    <article className={SHEET}>
      <div className="mx-auto flex aspect-[148/105] w-full max-w-[148mm] flex-col items-center justify-center border border-black/25 px-10 py-8 text-center print:mt-8">
        <p className="font-display text-2xl leading-snug break-words whitespace-pre-wrap">
          {parcel.giftNote}
        </p>
      </div>
      <p className="mt-4 text-center text-sm text-black/70">
        {t('card_for', { recipient: parcel.recipient })} ·{' '}
        {t('order', { number: parcel.orderNumber, parcel: parcel.position })}
      </p>
    </article>
  );
}
