import { useFormatter, useTranslations } from 'next-intl';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
/** From here on seconds say nothing. */
const IN_MINUTES_FROM = 3 * MINUTE_SECONDS;
const IN_HOURS_FROM = 2 * HOUR_SECONDS;

/** A length of time in the unit that people would use for it. */
export function useDuration(): (seconds: number) => string {
  const t = useTranslations('studio_board');
  const format = useFormatter();
  return (seconds) => {
    if (seconds >= IN_HOURS_FROM) {
      const value = format.number(seconds / HOUR_SECONDS, { maximumFractionDigits: 1 });
      return t('hours', { value });
    }
    if (seconds >= IN_MINUTES_FROM) {
      return t('minutes', { value: format.number(Math.round(seconds / MINUTE_SECONDS)) });
    }
    return t('seconds', {
      value: format.number(seconds, { maximumFractionDigits: seconds < 10 ? 1 : 0 }),
    });
  };
}
