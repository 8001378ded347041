/** The name with its mark: twelve leaves, the current one filled. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-display text-xl font-medium tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 26 22" className="h-5.5 w-6.5">
        {Array.from({ length: 12 }, (_, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: twelve fixed leaves
            key={index}
            x={(index % 4) * 6.6 + 0.4}
            y={Math.floor(index / 4) * 7.4 + 0.4}
            width="5"
            height="5.8"
            rx="0.9"
            className={index === 6 ? 'fill-accent' : 'fill-ink/20'}
          />
        ))}
      </svg>
      Twelvefold
    </span>
  );
}
