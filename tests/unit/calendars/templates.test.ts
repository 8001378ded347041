import { describe, expect, it } from 'vitest';
import { CalendarDocumentSchema } from '@/lib/calendars/document';
import { applyTemplate } from '@/lib/calendars/templates/apply-template';
import { BUILT_IN_TEMPLATES } from '@/lib/calendars/templates/data/built-in';
import { findTemplates, readTemplateFilter } from '@/lib/calendars/templates/find-templates';
import { offeredTemplates } from '@/lib/calendars/templates/list-templates';
import {
  TEMPLATE_CATEGORIES,
  TEMPLATE_LANGUAGES,
  TEMPLATE_SLUG_PATTERN,
  TemplateSchema,
} from '@/lib/calendars/templates/schema';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import { filledDocument } from '../calendars-editor/sample-document';

const ALL = Object.entries(BUILT_IN_TEMPLATES);
const ignore = () => undefined;
const offered = offeredTemplates([], ignore);
const row = (slug: string, status: 'DRAFT' | 'PUBLISHED' | 'RETIRED', data: unknown) => ({
  slug,
  status,
  data: data as never,
});

describe('the built-in templates', () => {
  it.each(ALL)(
    '%s is whole: its theme is there and every language has its words',
    (slug, template) => {
      expect(slug).toMatch(TEMPLATE_SLUG_PATTERN);
      expect(TemplateSchema.parse(template)).toEqual(template);
      expect(BUILT_IN_THEME_IDS).toContain(template.themeId);
      for (const language of TEMPLATE_LANGUAGES) {
        expect(template.names[language]).toBeTruthy();
        expect(template.descriptions[language]).toBeTruthy();
      }
      expect(template.descriptions.uk).toMatch(/[а-яіїєґ]/);
    },
  );

  it('are many, each with a look of its own, and every category has one', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(24);
    const looks = ALL.map(([, { themeId, layoutId, formatId, monthLayouts }]) =>
      JSON.stringify([themeId, layoutId, formatId, monthLayouts]),
    );
    expect(new Set(looks).size).toBe(ALL.length);
    for (const category of TEMPLATE_CATEGORIES) {
      expect(
        ALL.some(([, { categories }]) => categories.includes(category)),
        category,
      ).toBe(true);
    }
  });
});

describe('starting from a template', () => {
  it('changes how the calendar looks and nothing that it says or shows', () => {
    const before = filledDocument();
    for (const [, template] of ALL) {
      const after = CalendarDocumentSchema.parse(applyTemplate(before, template));
      expect(after).toMatchObject({
        formatId: template.formatId,
        themeId: template.themeId,
        layoutId: template.layoutId,
      });
      const { title, from, monthCount, language, dates, holidaySets } = before;
      expect(after).toMatchObject({ title, from, monthCount, language, dates, holidaySets });
      expect(after.pages.map(({ slots }) => slots)).toEqual(before.pages.map(({ slots }) => slots));
    }
  });

  it('takes layouts of the months in turn', () => {
    const template = BUILT_IN_TEMPLATES['changing-pages'];
    if (!template) throw new Error('the template is there');
    const { pages } = applyTemplate(filledDocument(), template);
    expect(pages.slice(0, 5).map(({ layoutId }) => layoutId)).toEqual([
      null,
      'two-photos',
      'three-photos',
      'photo-full',
      null,
    ]);
  });
});

describe('the catalogue', () => {
  it('is found in any language, without accents and in any order of words', () => {
    const slugs = (search: string) =>
      findTemplates(offered, { search, category: null, kind: null }).map(({ slug }) => slug);
    expect(slugs('вишиванка')).toContain('embroidered');
    expect(slugs('rok RODZINY')).toContain('family-year');
    expect(slugs('zycie')).toEqual([]);
    expect(slugs('swiatla zimowe')).toContain('winter-lights');
    expect(slugs('year family')).toContain('family-year');
    expect(slugs('')).toHaveLength(offered.length);
  });

  it('reads what stands in the address and takes nonsense for nothing', () => {
    expect(readTemplateFilter({ q: 'x', category: 'kids', kind: 'desk' })).toEqual({
      search: 'x',
      category: 'kids',
      kind: 'desk',
    });
    expect(readTemplateFilter({ q: ['a', 'b'], category: 'x', kind: '' })).toEqual({
      search: '',
      category: null,
      kind: null,
    });
    const desks = findTemplates(offered, { search: '', category: null, kind: 'desk' });
    expect(desks.map(({ formatId }) => formatId)).toEqual(desks.map(() => 'desk-a5-landscape'));
    expect(desks.length).toBeGreaterThan(0);
  });

  it('shows what staff published, hides what they withdrew, and keeps drafts to them', () => {
    const own = { ...BUILT_IN_TEMPLATES.garden, names: { en: 'Own' } };
    const slugs = offeredTemplates(
      [
        row('own', 'PUBLISHED', own),
        row('draft', 'DRAFT', own),
        row('garden', 'RETIRED', own),
        row('album', 'DRAFT', own),
      ],
      ignore,
    ).map(({ slug }) => slug);
    expect(slugs[0]).toBe('own');
    expect(slugs).not.toContain('draft');
    expect(slugs).not.toContain('garden');
    expect(slugs).toContain('album');
  });

  it('leaves out a row that cannot be read and says so', () => {
    const unreadable: string[] = [];
    const slugs = offeredTemplates([row('broken', 'PUBLISHED', { names: 1 })], (slug) =>
      unreadable.push(slug),
    ).map(({ slug }) => slug);
    expect([unreadable, slugs.includes('broken')]).toEqual([['broken'], false]);
  });
});
