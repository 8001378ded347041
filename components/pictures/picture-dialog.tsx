'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Dialog } from '@/components/ui/dialog';
import type { PictureView } from '@/lib/pictures/picture-view';

/** One photo large, with what is known of it. */
export function PictureDialog({
  picture,
  onClose,
}: {
  /** null is closed. */
  picture: PictureView | null;
  onClose: () => void;
}) {
  const t = useTranslations('pictures.detail');
  return (
    <Dialog
      open={picture !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={<span className="break-all">{picture?.fileName ?? ''}</span>}
      closeLabel={t('close')}
      className="sm:w-[min(94vw,60rem)]"
    >
      {picture ? <Detail picture={picture} /> : null}
    </Dialog>
  );
}

function Detail({ picture }: { picture: PictureView }) {
  const t = useTranslations('pictures.detail');
  const ta = useTranslations('pictures.ai');
  const format = useFormatter();
  const { screenUrl, widthPx, heightPx, takenOn, usedIn, sharpness, dominantColour } = picture;
  return (
    <div className="flex flex-col gap-4">
      {screenUrl && widthPx && heightPx ? (
        // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
        <img
          src={screenUrl}
          alt={picture.fileName}
          width={widthPx}
          height={heightPx}
          className="mx-auto max-h-[62dvh] w-auto max-w-full rounded-control object-contain"
          style={dominantColour ? { backgroundColor: dominantColour } : undefined}
        />
      ) : null}
      {sharpness === 'blurred' || sharpness === 'soft' ? (
        <Alert tone="warn">{t(`sharpness.${sharpness}`)}</Alert>
      ) : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm sm:text-base">
        {widthPx && heightPx ? (
          <>
            <dt className="text-ink-soft">{t('size')}</dt>
            <dd>
              {t('size_value', {
                width: widthPx,
                height: heightPx,
                megapixels: format.number((widthPx * heightPx) / 1_000_000, {
                  maximumFractionDigits: 1,
                }),
              })}
            </dd>
          </>
        ) : null}
        {picture.isAi ? (
          <>
            <dt className="text-ink-soft">{ta('detail')}</dt>
            <dd>{ta('detail_text')}</dd>
          </>
        ) : null}
        {takenOn ? (
          <>
            <dt className="text-ink-soft">{t('taken_on')}</dt>
            <dd>
              {/* A calendar day has no zone: noon UTC formatted in UTC stays that day. */}
              {format.dateTime(new Date(`${takenOn}T12:00:00Z`), {
                dateStyle: 'long',
                timeZone: 'UTC',
              })}
            </dd>
          </>
        ) : null}
        <dt className="text-ink-soft">{t('used_in')}</dt>
        <dd>
          {usedIn.length === 0 ? (
            t('not_used')
          ) : (
            <ul>
              {usedIn.map(({ calendarId, title }) => (
                <li key={calendarId}>
                  <a href={`/calendars/${calendarId}`} className="text-accent underline">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
    </div>
  );
}
