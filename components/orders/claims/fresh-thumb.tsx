'use client';

import { useEffect, useState } from 'react';

const AGAIN_MS = 1500;
const TRIES_MAX = 40;

/** A photo that was sent a moment ago: asked for again until the server has made its small version. */
export function FreshThumb({ pictureId }: { pictureId: string }) {
  const [tries, setTries] = useState(0);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    if (!isMissing || tries >= TRIES_MAX) return;
    const timer = setTimeout(() => {
      setIsMissing(false);
      setTries(tries + 1);
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isMissing, tries]);
  return (
    <span className="block size-20 overflow-hidden rounded-control border border-line bg-linen">
      {isMissing ? null : (
        // biome-ignore lint/performance/noImgElement: a private picture at its final size
        <img
          src={`/api/pictures/${pictureId}/thumb?try=${tries}`}
          alt=""
          className="size-full object-cover"
          onError={() => setIsMissing(true)}
        />
      )}
    </span>
  );
}
