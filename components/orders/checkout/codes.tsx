'use client';

import { BadgePercent, Gift, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { ErrorCode } from '@/lib/core/errors';
import { formatMoney } from '@/lib/core/money';
import { CERTIFICATES_MAX } from '@/lib/orders/price-order';
import type { QuoteView } from '@/lib/orders/schema';

/** Promo code and gift certificates: typed in, judged with the price, shown with what they do. */
export function Codes({
  promoCode,
  certificateCodes,
  quote,
  onPromo,
  onCertificates,
}: {
  promoCode: string | null;
  certificateCodes: readonly string[];
  /** The current price; null while it is asked for. */
  quote: QuoteView | null;
  onPromo: (code: string | null) => void;
  onCertificates: (codes: string[]) => void;
}) {
  const t = useTranslations('checkout.codes');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const hasUnknown = quote?.certificateProblems.some(({ code }) => code === UNKNOWN) ?? false;
  const say = (code: ErrorCode | null | undefined) =>
    code ? errorMessage({ code, params: {} }) : undefined;
  return (
    <div className="flex flex-col gap-4">
      {promoCode && quote?.promo ? (
        <Applied
          icon={<BadgePercent aria-hidden="true" />}
          removeLabel={t('remove_promo', { code: quote.promo.code })}
          onRemove={() => onPromo(null)}
        >
          <span className="block font-medium">{quote.promo.code}</span>
          <span className="block text-sm text-ink-soft">{t(`kinds.${quote.promo.kind}`)}</span>
        </Applied>
      ) : (
        <CodeField
          label={t('promo')}
          name="promoCode"
          value={promoCode}
          isAsking={promoCode !== null && quote === null}
          error={say(quote?.promoProblem)}
          onApply={onPromo}
        />
      )}
      {certificateCodes.map((code) => {
        const end = endOfCode(code);
        const used = quote?.certificates.find(({ codeEnd }) => codeEnd === end);
        const problem = quote?.certificateProblems.find(({ codeEnd }) => codeEnd === end);
        // Most likely mistyped: it stays where it can be mended.
        if (problem?.code === UNKNOWN) {
          return (
            <CodeField
              key={code}
              label={t('certificate')}
              name="certificateCode"
              value={code}
              isAsking={false}
              error={say(problem.code)}
              onApply={(mended) => onCertificates(withMended(certificateCodes, code, mended))}
            />
          );
        }
        return (
          <Applied
            key={code}
            icon={<Gift aria-hidden="true" />}
            removeLabel={t('remove_certificate', { end })}
            onRemove={() => onCertificates(certificateCodes.filter((other) => other !== code))}
          >
            <span className="block font-medium">{t('certificate_end', { end })}</span>
            {used ? (
              <span className="block text-sm text-ink-soft">
                {t('used', {
                  used: formatMoney(used.used, locale),
                  left: formatMoney(used.left, locale),
                })}
              </span>
            ) : problem ? (
              <span role="alert" className="block text-sm font-medium text-bad">
                {say(problem.code)}
              </span>
            ) : null}
          </Applied>
        );
      })}
      {certificateCodes.length < CERTIFICATES_MAX && !hasUnknown ? (
        <CodeField
          key={certificateCodes.length}
          label={t(certificateCodes.length > 0 ? 'another_certificate' : 'certificate')}
          name="certificateCode"
          value={null}
          isAsking={false}
          error={undefined}
          onApply={(code) => {
            if (code && !certificateCodes.some((other) => bare(other) === bare(code)))
              onCertificates([...certificateCodes, code]);
          }}
        />
      ) : null}
    </div>
  );
}

const UNKNOWN: ErrorCode = 'certificate.not_found';

/** The codes with one typed anew; null, and one that is there already, leaves it out. */
function withMended(codes: readonly string[], old: string, mended: string | null): string[] {
  const others = codes.filter((code) => code !== old);
  if (mended === null || others.some((code) => bare(code) === bare(mended))) return others;
  return codes.map((code) => (code === old ? mended : code));
}

const bare = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');
/** The last four letters, by which the answers name a certificate. */
export const endOfCode = (code: string) => bare(code).slice(-4);

function CodeField({
  label,
  name,
  value,
  isAsking,
  error,
  onApply,
}: {
  label: string;
  name: string;
  value: string | null;
  isAsking: boolean;
  error: string | undefined;
  onApply: (code: string | null) => void;
}) {
  const t = useTranslations('checkout.codes');
  const [text, setText] = useState(value ?? '');
  const apply = () => onApply(text.trim() || null);
  return (
    <Field label={label} error={error}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            name={name}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              apply();
            }}
            className="uppercase"
          />
          <Button
            variant="secondary"
            pending={isAsking}
            disabled={text.trim() === '' && value === null}
            onClick={apply}
          >
            {t('apply')}
          </Button>
        </div>
      )}
    </Field>
  );
}

function Applied({
  icon,
  removeLabel,
  onRemove,
  children,
}: {
  icon: ReactNode;
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  return (
    <div className="flex items-center gap-3 rounded-control border border-line bg-linen/60 py-2 pr-2 pl-3.5 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-accent">
      {icon}
      <span aria-live="polite" className="min-w-0 flex-1">
        {children}
      </span>
      <Button variant="ghost" size="icon-sm" aria-label={removeLabel} onClick={onRemove}>
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
