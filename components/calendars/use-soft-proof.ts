'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/components/call-api';
import type { FormatId } from '@/lib/calendars/document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { type OutputConditionId, usualPressOf } from '@/lib/print/press';

/** How a drawing is shown in printed colours. What is not known yet keeps the screen's own colours. */
export type SoftProof = {
  condition: OutputConditionId;
  /** What each paint comes out as. */
  colours: ReadonlyMap<string, string>;
  /** Addresses of pictures without their rendition: those that are there in printed colours. */
  pictures: ReadonlySet<string>;
};

type Learned = { colours: Map<string, string>; pictures: Set<string> };

/** What was asked before, by condition; a calendar has a few dozen colours. */
const learned = new Map<OutputConditionId, Learned>();

function learnedOf(condition: OutputConditionId): Learned {
  const before = learned.get(condition);
  if (before) return before;
  const fresh: Learned = { colours: new Map(), pictures: new Set() };
  learned.set(condition, fresh);
  return fresh;
}

const PAINT = /(fill|stroke)="(#[0-9a-f]{6})"/g;
const PICTURE = /href="(\/api\/pictures\/[^/"]+)\/(?:screen|thumb)"/g;

/** The proof for some pages; null while it is not wanted. */
export function useSoftProof(
  isWanted: boolean,
  formatId: FormatId,
  pages: readonly (RenderedPage | null)[],
): SoftProof | null {
  const { condition } = usualPressOf(formatId);
  const [proof, setProof] = useState<SoftProof | null>(null);
  // As text, so that effects see whether they differ.
  const colours = isWanted ? unknownIn(pages, PAINT, 2, learnedOf(condition).colours) : '';
  const pictures = isWanted ? unknownIn(pages, PICTURE, 1, learnedOf(condition).pictures) : '';
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const show = () => {
      const known = learnedOf(condition);
      if (!isCurrent) return;
      setProof({
        condition,
        colours: new Map(known.colours),
        pictures: new Set(known.pictures),
      });
    };
    // Without a connection the screen's own colours stay; the next page asks again.
    Promise.allSettled([learnColours(condition, colours), learnPictures(condition, pictures)])
      .then(show)
      .catch(reportError);
    return () => {
      isCurrent = false;
    };
  }, [isWanted, condition, colours, pictures]);
  return isWanted && proof?.condition === condition ? proof : null;
}

async function learnColours(condition: OutputConditionId, wanted: string): Promise<void> {
  if (wanted === '') return;
  const answer = await callApi<Record<string, string>>(
    'POST',
    '/api/calendars/soft-proof-colours',
    { colours: wanted.split(' '), condition },
  );
  const { colours } = learnedOf(condition);
  for (const [colour, printed] of Object.entries(answer)) colours.set(colour, printed);
}

/** Has them decoded before they are shown, so that no picture goes away while its proof is made. */
async function learnPictures(condition: OutputConditionId, wanted: string): Promise<void> {
  if (wanted === '') return;
  const { pictures } = learnedOf(condition);
  await Promise.allSettled(
    wanted.split(' ').map(async (address) => {
      const image = new Image();
      image.src = proofOf(address, condition);
      await image.decode();
      pictures.add(address);
    }),
  );
}

function proofOf(picture: string, condition: OutputConditionId): string {
  return `${picture}/soft-proof?condition=${condition}`;
}

function unknownIn(
  pages: readonly (RenderedPage | null)[],
  pattern: RegExp,
  group: number,
  known: { has: (value: string) => boolean },
): string {
  const found = new Set<string>();
  for (const page of pages) {
    for (const match of page?.svg.matchAll(pattern) ?? []) {
      const value = match[group];
      if (value !== undefined && !known.has(value)) found.add(value);
    }
  }
  return [...found].sort().join(' ');
}

/** The drawing in printed colours, as far as they are known. */
export function proofedSvg(svg: string, { condition, colours, pictures }: SoftProof): string {
  return svg
    .replace(PAINT, (paint, attribute: string, colour: string) => {
      const printed = colours.get(colour);
      return printed ? `${attribute}="${printed}"` : paint;
    })
    .replace(PICTURE, (href, picture: string) =>
      pictures.has(picture) ? `href="${proofOf(picture, condition)}"` : href,
    );
}
