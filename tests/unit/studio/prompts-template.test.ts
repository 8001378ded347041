import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { CATEGORIES } from '@/lib/studio/data/categories';
import { THEMES } from '@/lib/studio/data/themes';
import {
  CategoryWordsSchema,
  checkTemplate,
  describeSubject,
  type PromptValues,
  renderPrompt,
  SubjectFactsSchema,
  seasonOf,
} from '@/lib/studio/prompt-template';
import { ThemeContentSchema } from '@/lib/studio/theme-content';

const facts = SubjectFactsSchema.parse({});
function wordsOf(id: string) {
  const category = CATEGORIES.find((one) => one.id === id);
  if (!category) throw new Error(`no category ${id}`);
  return category.words;
}
function render(template: string, values: Partial<PromptValues> = {}): string {
  return renderPrompt({
    template,
    styleText: '',
    month: 1,
    hemisphere: 'north',
    words: wordsOf('woman'),
    triggerWord: 'zqk',
    facts,
    place: 'a garden',
    outfit: 'a blue coat',
    ...values,
  });
}

describe('a prompt for a subject', () => {
  it('names the trigger word once, however often the subject is mentioned', () => {
    expect(render('{subject} with a hat; {subject} smiles at {trigger}')).toBe(
      'zqk woman with a hat; the woman smiles at the woman.',
    );
    expect(render('A quiet morning')).toBe('zqk woman. A quiet morning.');
  });

  it('says the age only where it is known and asked', () => {
    const girl = { words: wordsOf('girl'), triggerWord: 'zqk' };
    expect(describeSubject({ ...girl, facts: { ...facts, ageYears: 8 } })).toBe(
      'zqk, an eight-year-old girl,',
    );
    expect(describeSubject({ ...girl, facts: { ...facts, ageYears: 0 } })).toBe('zqk baby girl');
    expect(describeSubject({ ...girl, facts })).toBe('zqk girl');
    expect(
      describeSubject({ ...girl, words: wordsOf('woman'), facts: { ...facts, ageYears: 34 } }),
    ).toBe('zqk, a 34-year-old woman,');
    const couple = { words: wordsOf('couple'), triggerWord: 'zqk' };
    expect(describeSubject({ ...couple, facts: { ...facts, ageYears: 30 } })).toBe('zqk couple');
  });

  it('uses the truer noun of a pet or a thing, and never of a person', () => {
    const kind = { facts: { ...facts, kindOf: 'old beagle' } };
    expect(render('{subject} sits', { ...kind, words: wordsOf('dog') })).toBe(
      'zqk old beagle sits.',
    );
    expect(render('{subject} sits', kind)).toBe('zqk woman sits.');
  });

  it('speaks of two people in the plural and of a house as it', () => {
    const template = '{subject}. {pronoun} {is} happy, {possessive} dog beside {them}';
    expect(render(template, { words: wordsOf('couple') })).toBe(
      'zqk couple. They are happy, their dog beside them.',
    );
    expect(render(template, { words: wordsOf('house') })).toBe(
      'zqk house. It is happy, its dog beside it.',
    );
  });

  it('keeps a passage for its kinds of subject alone', () => {
    const template =
      '{subject} [person: in {outfit}][animal: wagging][person, animal: , glad,] outside';
    expect(render(template)).toBe('zqk woman in a blue coat, glad, outside.');
    expect(render(template, { words: wordsOf('dog') })).toBe('zqk dog wagging, glad, outside.');
    expect(render(template, { words: wordsOf('house') })).toBe('zqk house outside.');
  });

  it('lets articles agree with what follows, empty words included', () => {
    expect(render('{subject}, a {age} {class} in an {outfit}')).toBe(
      'zqk woman, a woman in a blue coat.',
    );
    expect(render('{subject} beside a {outfit}', { outfit: 'orange tree' })).toBe(
      'zqk woman beside an orange tree.',
    );
  });

  it('gives the season of the hemisphere, and nature that belongs to it', () => {
    expect(render('{subject}, {month}, {season}, {nature}')).toContain(
      'January, winter, deep snow',
    );
    expect(render('{subject}, {month}, {season}, {nature}', { hemisphere: 'south' })).toContain(
      'January, summer, lush midsummer',
    );
    expect([12, 1, 2, 3, 5, 6, 8, 9, 11].map((month) => seasonOf(month, 'north'))).toEqual([
      'winter',
      'winter',
      'winter',
      'spring',
      'spring',
      'summer',
      'summer',
      'autumn',
      'autumn',
    ]);
    expect(seasonOf(3, 'south')).toBe('autumn');
    expect(seasonOf(9, 'south')).toBe('spring');
  });

  it('takes what customers typed as words, never as syntax', () => {
    const typed = render('{subject} in {place}', { place: '{trigger} [person: \n x] '.repeat(40) });
    expect(typed).not.toMatch(/[{}[\]\n]/);
    expect(typed.length).toBeLessThan(200);
    expect(typed.split('zqk')).toHaveLength(2);
    expect(render('{subject} in {place} wearing {outfit}', { place: ' ', outfit: '' })).toBe(
      'zqk woman in a beautiful quiet place wearing comfortable well-made clothes.',
    );
  });

  it('closes with the style and with the trigger words of looks', () => {
    expect(
      render('{subject} smiles.', { styleText: 'Oil, {season}.', styleTriggerWords: ['myk'] }),
    ).toBe('zqk woman smiles. Oil, winter, in the style of myk.');
  });

  it('describes the subject without a learned model', () => {
    expect(render('{subject} smiles', { triggerWord: null })).toBe('A woman smiles.');
  });
});

describe('a template', () => {
  it('is told what is wrong and where', () => {
    const text = '{subject} in {plaec} [cow: x] {';
    expect(
      checkTemplate(text).map(({ code, at, length }) => [code, text.slice(at, at + length)]),
    ).toEqual([
      ['unknown_placeholder', '{plaec}'],
      ['unknown_kind', '[cow:'],
      ['unbalanced', '{'],
    ]);
    expect(checkTemplate('[person: {subject} [animal: x]]')[0]?.code).toBe('no_subject');
    expect(checkTemplate('{subject} [person: a [animal: b]]').map(({ code }) => code)).toEqual([
      'nested_passage',
      'unbalanced',
    ]);
    expect(checkTemplate('{subject} [person: open').map(({ code }) => code)).toEqual([
      'unbalanced',
    ]);
  });

  it('must name its subject and fit; a style text need not', () => {
    expect(checkTemplate('  ')[0]?.code).toBe('empty');
    expect(checkTemplate('a sunny day')[0]?.code).toBe('no_subject');
    expect(checkTemplate(`{subject}${'x'.repeat(1500)}`)[0]?.code).toBe('too_long');
    expect(checkTemplate('', 'style')).toEqual([]);
    expect(checkTemplate('Oil, {season}', 'style')).toEqual([]);
  });
});

describe('the themes of a new installation', () => {
  const subjects = CATEGORIES.filter(({ type }) => type === 'PORTRAIT');

  it('are valid, named in every language and unlike each other', () => {
    expect(THEMES.length).toBeGreaterThanOrEqual(8);
    expect(new Set(THEMES.map(({ slug }) => slug)).size).toBe(THEMES.length);
    const known = new Set(CATEGORIES.map(({ id }) => id));
    for (const { slug, prompts, ...theme } of THEMES) {
      expect(Object.keys(theme.names).toSorted(), slug).toEqual([...LOCALES].toSorted());
      expect(Object.keys(theme.descriptions).toSorted(), slug).toEqual([...LOCALES].toSorted());
      expect(
        theme.categoryIds.filter((id) => !known.has(id)),
        slug,
      ).toEqual([]);
      const content = {
        ...theme,
        prompts: prompts.map(({ template }) => ({ template, negativePrompt: '' })),
      };
      expect(ThemeContentSchema.safeParse(content).error?.issues ?? [], slug).toEqual([]);
    }
    const templates = THEMES.flatMap(({ prompts }) => prompts.map(({ template }) => template));
    expect(new Set(templates).size).toBe(templates.length);
  });

  it('read cleanly for every subject, month and hemisphere', () => {
    for (const theme of THEMES)
      for (const [index, { template }] of theme.prompts.entries())
        for (const { id, words } of subjects) {
          if (theme.categoryIds.length > 0 && !theme.categoryIds.includes(id)) continue;
          for (const hemisphere of ['north', 'south'] as const) {
            const prompt = render(template, {
              styleText: theme.styleText,
              month: index + 1,
              hemisphere,
              words,
              facts: { ...facts, ageYears: 7 },
              ...theme.defaults,
            });
            const where = `${theme.slug} ${index + 1} ${id} ${hemisphere}: ${prompt}`;
            expect(/[{}[\]]|undefined| {2}| [,.;]|,[,.;]|\uE000/.test(prompt), where).toBe(false);
            expect(prompt.split('zqk'), where).toHaveLength(2);
            // Long enough to say something, short enough that the model reads it to the end.
            expect(prompt.length > 150 && prompt.length < 700, where).toBe(true);
            if (hemisphere === 'south')
              expect(prompt, where).toContain(seasonOf(index + 1, 'south'));
          }
        }
  });

  it('have words for every category that pass their schema', () => {
    for (const { id, names, words } of CATEGORIES) {
      expect(CategoryWordsSchema.safeParse(words).success, id).toBe(true);
      expect(Object.keys(names).toSorted(), id).toEqual([...LOCALES].toSorted());
    }
    expect(CATEGORIES.filter(({ needsGuardian }) => needsGuardian).map(({ id }) => id)).toEqual([
      'girl',
      'boy',
      'family',
    ]);
  });
});
