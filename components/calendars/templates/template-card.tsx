import Link from 'next/link';
import { classes } from '@/components/ui/classes';

/** A template as the catalogue shows it: its telling pages, fanned out over each other, and its words. */
export function TemplateCard({
  href,
  name,
  description,
  facts,
  pages,
}: {
  href: string;
  name: string;
  description: string;
  /** Format and kind in a few words. */
  facts: string;
  /** Addresses of the previews with their shape, the cover first. */
  pages: readonly { src: string; aspect: number }[];
}) {
  const isWide = (pages[0]?.aspect ?? 1) > 1.05;
  return (
    <li className="flex flex-col">
      <Link
        href={href}
        className="group relative flex aspect-square items-center justify-center overflow-hidden rounded-card bg-linen transition-colors hover:bg-accent-soft"
      >
        {pages.map(({ src, aspect }, index) => (
          // biome-ignore lint/performance/noImgElement: drawn by the print engine in the size that is shown
          <img
            key={src}
            src={src}
            alt=""
            loading="lazy"
            decoding="async"
            style={{ aspectRatio: String(aspect), zIndex: pages.length - index }}
            className={classes(
              'absolute bg-sheet shadow-float transition-transform duration-300 motion-reduce:transition-none',
              isWide ? 'w-[64%]' : 'h-[72%]',
              index === 0 && pages.length > 1 && '-translate-x-[14%] translate-y-[6%]',
              index === 1 &&
                'translate-x-[16%] -translate-y-[4%] rotate-2 group-hover:translate-x-[22%]',
              index === 2 &&
                'translate-x-[34%] -translate-y-[9%] rotate-4 group-hover:translate-x-[44%]',
            )}
          />
        ))}
        <span className="sr-only">{name}</span>
      </Link>
      <h2 className="mt-3 text-xl">
        <Link href={href} tabIndex={-1} aria-hidden="true">
          {name}
        </Link>
      </h2>
      <p className="text-ink-soft">{description}</p>
      <p className="mt-1 text-sm text-ink-soft">{facts}</p>
    </li>
  );
}
