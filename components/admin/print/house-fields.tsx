import { useTranslations } from 'next-intl';
import { Field, Input, Select } from '@/components/ui/field';
import { LOCALES } from '@/lib/i18n/locales';
import {
  HAND_OFFS,
  type ManualSettings,
  PRODIGI_SHIPPING,
  type ProdigiSettings,
} from '@/lib/orders/print-houses/settings';

type Errors = Record<string, string>;

/** How people at a press get their work. */
export function ManualFields({
  settings,
  onChange,
  errors,
}: {
  settings: ManualSettings;
  onChange: (settings: ManualSettings) => void;
  errors: Errors;
}) {
  const t = useTranslations('print_desk.houses');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('hand_off')}>
          {(control) => (
            <Select
              {...control}
              value={settings.handOff}
              onChange={(event) => {
                const handOff = HAND_OFFS.find((one) => one === event.target.value);
                if (handOff) onChange({ ...settings, handOff });
              }}
            >
              {HAND_OFFS.map((one) => (
                <option key={one} value={one}>
                  {t(`hand_offs.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('language')}>
          {(control) => (
            <Select
              {...control}
              value={settings.language}
              onChange={(event) => {
                const language = LOCALES.find((one) => one === event.target.value);
                if (language) onChange({ ...settings, language });
              }}
            >
              {LOCALES.map((one) => (
                <option key={one} value={one}>
                  {t(`languages.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {settings.handOff === 'mail' ? (
        <Field label={t('email')} error={errors['settings.email'] ? t('email_error') : undefined}>
          {(control) => (
            <Input
              {...control}
              type="email"
              autoComplete="off"
              maxLength={254}
              value={settings.email}
              onChange={(event) => onChange({ ...settings, email: event.target.value.trim() })}
            />
          )}
        </Field>
      ) : null}
      {settings.handOff === 'folder' ? (
        <Field
          label={t('folder')}
          hint={t('folder_hint')}
          error={errors['settings.folder'] ? t('folder_error') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={40}
              value={settings.folder}
              onChange={(event) => onChange({ ...settings, folder: event.target.value.trim() })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

/** What Prodigi calls our products, and how it sends them. */
export function ProdigiFields({
  settings,
  products,
  onChange,
  errors,
}: {
  settings: ProdigiSettings;
  products: readonly { slug: string; name: string }[];
  onChange: (settings: ProdigiSettings) => void;
  errors: Errors;
}) {
  const t = useTranslations('print_desk.houses');
  const setSku = (slug: string, sku: string) => {
    const { [slug]: _old, ...others } = settings.skus;
    onChange({ ...settings, skus: sku === '' ? others : { ...others, [slug]: sku } });
  };
  return (
    <>
      <Field label={t('shipping')}>
        {(control) => (
          <Select
            {...control}
            value={settings.shippingMethod}
            onChange={(event) => {
              const shippingMethod = PRODIGI_SHIPPING.find((one) => one === event.target.value);
              if (shippingMethod) onChange({ ...settings, shippingMethod });
            }}
          >
            {PRODIGI_SHIPPING.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
        <legend className="font-medium">{t('skus')}</legend>
        <p className="col-span-full text-sm text-ink-soft">{t('skus_hint')}</p>
        {products.map(({ slug, name }) => (
          <Field
            key={slug}
            label={name}
            error={errors[`settings.skus.${slug}`] ? t('sku_error') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={60}
                value={settings.skus[slug] ?? ''}
                onChange={(event) => setSku(slug, event.target.value.trim())}
              />
            )}
          </Field>
        ))}
      </fieldset>
    </>
  );
}
