/**
 * The cover as the print engine draws it. Its SVG holds paths, numbers and links to our own pictures only, so it is
 * safe to put into the page as it is.
 */
export function CoverThumb({ svg, label }: { svg: string | null; label: string }) {
  if (svg === null) {
    return (
      <div
        role="img"
        aria-label={label}
        className="aspect-[3/4] w-full rounded-control border border-line bg-linen"
      />
    );
  }
  return (
    <div
      role="img"
      aria-label={label}
      className="overflow-hidden rounded-[3px] border border-line shadow-sheet [&_svg]:block [&_svg]:h-auto [&_svg]:w-full"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own painter, which escapes what it writes
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
