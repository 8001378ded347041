import { customThemesOf } from '@/lib/calendars/custom-themes';
import { pagePlan } from '@/lib/calendars/page-plan';
import { type ShowcasePage, showcaseInput } from '@/lib/calendars/showcase';
import { applyTemplate } from '@/lib/calendars/templates/apply-template';
import { TemplateSchema } from '@/lib/calendars/templates/schema';
import { DomainError } from '@/lib/core/errors';
import { dayAt, partsOf } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { layoutPage } from '@/lib/print/layout-calendar';
import { paintSvg } from '@/lib/print/paint-svg';
import type { Theme } from '@/lib/print/theme';
import { ThemeSchema } from '@/lib/print/theme-schema';
import { requireStaff } from './require-staff';

/** The months that tell a theme with seasons from one without. */
const MONTHS = [0, 3, 6, 9];

type Look = Pick<ShowcasePage, 'formatId' | 'layoutId'>;

/**
 * Draws sample pages of a theme that is being edited: the cover and a month of each season.
 * @returns SVG of trimmed pages, paths and numbers only
 * @throws DomainError "account.not_allowed", "theme.invalid" with the wrong fields
 */
export async function previewTheme(
  ctx: Ctx,
  input: Look & { theme: unknown; locale: Locale },
): Promise<{ pages: string[] }> {
  requireStaff(ctx, 'content');
  const theme = parsed(ThemeSchema.safeParse(input.theme), 'theme.invalid');
  const { formatId, layoutId, locale } = input;
  const base = showcaseInput({ formatId, layoutId, themeId: theme.id, ...yearOf(ctx, locale) });
  return { pages: drawn({ ...base, themes: [theme] }, locale) };
}

/**
 * Draws sample pages of a template that is being edited.
 * @throws DomainError "account.not_allowed", "template.invalid" with the wrong fields
 */
export async function previewTemplate(
  ctx: Ctx,
  input: { template: unknown; locale: Locale },
): Promise<{ pages: string[] }> {
  requireStaff(ctx, 'content');
  const template = parsed(TemplateSchema.safeParse(input.template), 'template.invalid');
  const base = showcaseInput({ ...template, ...yearOf(ctx, input.locale) });
  const document = applyTemplate(base.document, template);
  const themes: Theme[] = await customThemesOf(ctx, document);
  return { pages: drawn({ ...base, document, themes }, input.locale) };
}

/** One page that tells what a theme is like, for the list. @throws DomainError "account.not_allowed" */
export function drawTheme(ctx: Ctx, theme: Theme, locale: Locale): string {
  requireStaff(ctx, 'content');
  const look = {
    formatId: 'wall-a3-portrait',
    layoutId: 'photo-above',
    themeId: theme.id,
  } as const;
  const base = showcaseInput({ ...look, ...yearOf(ctx, locale) });
  return paintSvg(layoutPage({ ...base, themes: [theme] }, 5), {
    fonts: base.fonts,
    pictureHref: ({ pictureId }) => `/showcase/${Number(pictureId.slice(-2))}.jpg`,
    showBleed: false,
    watermark: null,
    idPrefix: `theme-${theme.id}-`,
  });
}

function yearOf(ctx: Ctx, language: Locale) {
  return { year: partsOf(dayAt(ctx.clock.now(), 'UTC')).year + 1, language };
}

function drawn(input: ReturnType<typeof showcaseInput>, locale: Locale): string[] {
  const plan = pagePlan(input.document);
  const wanted = plan.flatMap(({ role, monthIndex }, index) => {
    const isTelling = role !== 'month' ? role !== 'back' : MONTHS.includes(monthIndex ?? -1);
    return isTelling ? [index] : [];
  });
  return wanted.slice(0, 6).map((index) =>
    paintSvg(layoutPage(input, index), {
      fonts: input.fonts,
      pictureHref: ({ pictureId }) => `/showcase/${Number(pictureId.slice(-2))}.jpg`,
      showBleed: false,
      watermark: null,
      idPrefix: `look-${locale}-${index}-`,
    }),
  );
}

function parsed<T>(
  result:
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } },
  code: 'theme.invalid' | 'template.invalid',
): T {
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message;
  throw new DomainError(code, {}, { fields });
}
