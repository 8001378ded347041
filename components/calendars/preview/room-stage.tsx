'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { classes } from '@/components/ui/classes';
import type { CalendarDocument } from '@/lib/calendars/document';
import { framedSvg, type RenderedPage } from '@/lib/calendars/rendered-page';
import { formatOf } from '@/lib/print/formats';
import { DeskScene, LivingRoomScene, type Scene } from './scenes';
import { WireBinding } from './wire-binding';

/** Paints that people have on their walls, and a dark one to see a light calendar on. */
const WALLS = ['#efe7da', '#ffffff', '#d9dfd6', '#c9d5de', '#d8b9a4', '#4c5a57'] as const;

/** The calendar in its place, everything around it to scale: wall calendars over a sofa, desk calendars on a desk. */
export function RoomStage({
  document,
  page,
}: {
  document: CalendarDocument;
  page: RenderedPage | null;
}) {
  const t = useTranslations('calendars.preview.room');
  const [wall, setWall] = useState<string>(WALLS[0]);
  const format = formatOf(document.formatId);
  const isStanding = format.binding !== null && format.binding.notchRadiusMm === null;
  const scene = isStanding ? DeskScene : LivingRoomScene;
  const { widthMm, heightMm } = format.trim;
  const size = t('size', { width: Math.round(widthMm) / 10, height: Math.round(heightMm) / 10 });
  return (
    <main id="content" className="relative min-h-0 flex-1">
      <Room scene={scene} wall={wall} label={t(isStanding ? 'label_desk' : 'label_wall', { size })}>
        <Hung document={document} page={page} scene={scene} />
      </Room>
      <div className="absolute inset-x-0 bottom-3 flex justify-center px-3">
        <fieldset className="flex items-center gap-1.5 rounded-full bg-sheet/92 px-3 py-1.5 shadow-float">
          <legend className="sr-only">{t('wall')}</legend>
          {WALLS.map((colour, at) => (
            <label
              key={colour}
              className={classes(
                'flex size-8 cursor-pointer items-center justify-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-accent',
                wall === colour && 'ring-2 ring-accent',
              )}
            >
              <input
                type="radio"
                name="wall"
                className="sr-only"
                checked={wall === colour}
                onChange={() => setWall(colour)}
                aria-label={t('wall_numbered', { number: at + 1 })}
              />
              <span
                aria-hidden="true"
                className="size-6 rounded-full ring-1 ring-line-strong/60"
                style={{ backgroundColor: colour }}
              />
            </label>
          ))}
          <label className="relative flex size-8 cursor-pointer items-center justify-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <input
              type="color"
              value={wall}
              onChange={(event) => setWall(event.target.value)}
              aria-label={t('own_wall')}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span
              aria-hidden="true"
              className="size-6 rounded-full bg-[conic-gradient(#d66,#dd6,#6c6,#6cc,#66d,#d6d,#d66)] ring-1 ring-line-strong/60"
            />
          </label>
          <span className="ml-1 hidden text-sm whitespace-nowrap text-ink-soft sm:inline">
            {t('to_scale', { size })}
          </span>
        </fieldset>
      </div>
    </main>
  );
}

function Room({
  scene,
  wall,
  label,
  children,
}: {
  scene: Scene;
  wall: string;
  label: string;
  children: React.ReactNode;
}) {
  const light = useId();
  const { widthMm, heightMm } = scene;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      preserveAspectRatio={`xMidY${scene.keeps} slice`}
      className="absolute inset-0 size-full"
    >
      <defs>
        <radialGradient id={light} cx="0.38" cy="0.2" r="0.95">
          <stop offset="0" stopColor="#fff" stopOpacity="0.32" />
          <stop offset="0.5" stopColor="#fff" stopOpacity="0" />
          <stop offset="1" stopColor="#2a1c0c" stopOpacity="0.26" />
        </radialGradient>
      </defs>
      {/* Wider than the scene, for windows that are. */}
      <rect x={-widthMm} y={-heightMm} width={3 * widthMm} height={3 * heightMm} fill={wall} />
      <rect
        x={-widthMm}
        y={-heightMm}
        width={3 * widthMm}
        height={3 * heightMm}
        fill={`url(#${light})`}
      />
      <scene.Things />
      {children}
    </svg>
  );
}

/** The page with its shadow and binding, at the scene's place for it. */
function Hung({
  document,
  page,
  scene,
}: {
  document: CalendarDocument;
  page: RenderedPage | null;
  scene: Scene;
}) {
  const shadow = useId();
  const format = formatOf(document.formatId);
  const { widthMm, heightMm } = format.trim;
  const left = scene.place.centreXMm - widthMm / 2;
  const top =
    scene.place.stands === 'on'
      ? scene.place.yMm - heightMm
      : // Eye level is where the middle of a picture hangs.
        scene.place.yMm - heightMm / 2;
  const html = useMemo(() => ({ __html: page ? framedSvg(page, false) : '' }), [page]);
  return (
    <g transform={`translate(${left} ${top})`}>
      <defs>
        <filter id={shadow} x="-30%" y="-30%" width="160%" height="160%">
          <feGaussianBlur stdDeviation="9" />
        </filter>
      </defs>
      <rect
        x={6}
        y={14}
        width={widthMm}
        height={heightMm}
        fill="#23170a"
        opacity={0.42}
        filter={`url(#${shadow})`}
      />
      <rect x={0.6} y={0.6} width={widthMm} height={heightMm + 1.4} fill="#e9e1d3" />
      <rect width={widthMm} height={heightMm} fill="#fff" />
      <svg
        width={widthMm}
        height={heightMm}
        aria-hidden="true"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own painter, outlines and numbers only
        dangerouslySetInnerHTML={html}
      />
      <WireBinding format={format} />
      {scene.place.stands === 'on' ? (
        <path
          d={`M${-4} ${heightMm} H${widthMm + 4} L${widthMm + 8} ${heightMm + 7} H-8 Z`}
          fill="#cbbb9f"
        />
      ) : null}
    </g>
  );
}
