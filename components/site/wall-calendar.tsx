import { classes } from '@/components/ui/classes';

const WIRE_LOOPS = 24;

/** A printed page hanging on its wire. The SVG comes from the print engine: paths and numbers, no text of a person. */
export function WallCalendar({
  svg,
  label,
  className,
}: {
  svg: string;
  label: string;
  className?: string;
}) {
  return (
    <figure className={classes('m-0', className)}>
      <div role="img" aria-label={label} className="relative pt-3">
        <div aria-hidden="true" className="absolute inset-x-[4%] top-0 z-10 flex justify-between">
          {Array.from({ length: WIRE_LOOPS }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: identical loops of a wire
              key={index}
              className={classes(
                'h-5 w-1 rounded-full bg-linear-to-b from-line-strong to-ink-soft',
                Math.abs(index - (WIRE_LOOPS - 1) / 2) < 2 && 'invisible',
              )}
            />
          ))}
        </div>
        <div
          aria-hidden="true"
          className="overflow-hidden rounded-[2px] bg-sheet shadow-float [&>svg]:block [&>svg]:h-auto [&>svg]:w-full"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: painted by lib/print, which writes no text of a person
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </div>
    </figure>
  );
}
