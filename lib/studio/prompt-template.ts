import { z } from 'zod';

/** Words that a template may ask for, in braces. */
export const PLACEHOLDERS = [
  'subject',
  'trigger',
  'class',
  'age',
  'pronoun',
  'them',
  'possessive',
  'is',
  'has',
  'month',
  'season',
  'nature',
  'light',
  'place',
  'outfit',
] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

/** What a subject is, roughly: passages in square brackets are for some of these only. */
const SUBJECT_KINDS = ['person', 'animal', 'thing'] as const;
type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const TEMPLATE_MAX = 1500;
/** Place and outfit, as customers type them. */
export const CHOICE_MAX = 120;

/** How a kind of subject is spoken of; the same template serves them all. */
export const CategoryWordsSchema = z.strictObject({
  /** "style" is for categories of looks, which are never a subject. */
  kind: z.enum([...SUBJECT_KINDS, 'style']),
  /** Class word: "woman"; singular also for groups ("couple"). */
  noun: z.string().trim().min(1).max(40),
  pronoun: z.enum(['she', 'he', 'they', 'it']),
  /** Below that age another noun is truer: a puppy, a baby girl. */
  young: z
    .strictObject({ belowYears: z.number().int().min(1), noun: z.string().trim().min(1).max(40) })
    .nullable(),
  /** Whether the age is asked and said. */
  hasAge: z.boolean(),
  /** Whether the owner may name the kind more exactly: "beagle", "cottage". */
  hasKindOf: z.boolean(),
});
export type CategoryWords = z.infer<typeof CategoryWordsSchema>;

/** What the owner told us of one subject. */
export const SubjectFactsSchema = z.strictObject({
  ageYears: z.number().int().min(0).max(120).nullable().default(null),
  /** A truer noun than the category's: "beagle"; empty when none was given. */
  kindOf: z.string().trim().max(40).default(''),
});
export type SubjectFacts = z.infer<typeof SubjectFactsSchema>;

/** What a theme uses until the customer chooses otherwise; null leaves it to the model. */
export const ThemeDefaultsSchema = z.strictObject({
  place: z.string().trim().max(CHOICE_MAX).default(''),
  outfit: z.string().trim().max(CHOICE_MAX).default(''),
  guidance: z.number().min(0).max(20).nullable().default(null),
  steps: z.number().int().min(1).max(50).nullable().default(null),
  loraScale: z.number().min(0.1).max(2).default(1),
});
export type ThemeDefaults = z.infer<typeof ThemeDefaultsSchema>;

export type Hemisphere = 'north' | 'south';
export type Season = 'winter' | 'spring' | 'summer' | 'autumn';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Nature and light through the year, January of the northern hemisphere first; the south is half a year on. */
const NATURE = [
  'deep snow and frosted branches',
  'late snow, thawing ice and the first snowdrops',
  'budding branches and early crocuses',
  'blossoming fruit trees and fresh green grass',
  'meadow flowers and bright young leaves',
  'wild roses in bloom and tall green grass',
  'lush midsummer green and ripening fields',
  'golden fields and tall sunflowers',
  'the first yellow leaves and ripe apples',
  'red and golden autumn leaves',
  'bare branches, fallen leaves and morning mist',
  'the first snow and dark evergreen branches',
] as const;
const LIGHT = [
  'low clear winter sunlight',
  'pale late-winter light',
  'crisp early spring light',
  'soft spring sunlight',
  'fresh clear morning light',
  'long golden evening light',
  'bright midsummer sunlight',
  'warm late-summer light',
  'mellow slanting sunlight',
  'amber autumn light',
  'soft misty light',
  'blue winter dusk with warm lamplight',
] as const;
const SEASONS: readonly Season[] = ['winter', 'spring', 'summer', 'autumn'];

/** The month of the northern hemisphere that looks alike; 0 is January. */
function northernIndex(month: number, hemisphere: Hemisphere): number {
  return (month - 1 + (hemisphere === 'south' ? 6 : 0)) % 12;
}

/** Season of a month by the calendar of weather: winter is December to February in the north. */
export function seasonOf(month: number, hemisphere: Hemisphere): Season {
  return SEASONS[Math.floor(((northernIndex(month, hemisphere) + 1) % 12) / 3)] ?? 'winter';
}

type Token =
  | { kind: 'text'; text: string }
  | { kind: 'placeholder'; name: Placeholder }
  | { kind: 'passage'; for: SubjectKind[]; tokens: Token[] };

export type TemplateProblem = {
  code:
    | 'empty'
    | 'too_long'
    | 'no_subject'
    | 'unknown_placeholder'
    | 'unbalanced'
    | 'unknown_kind'
    | 'nested_passage';
  /** Where it starts and how long it is, in UTF-16 units of the text. */
  at: number;
  length: number;
  /** The word in question, as written. */
  word: string;
};

function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word);
}

/** Reads as far as it goes: what is wrong is reported and left out. */
function parse(text: string): { tokens: Token[]; problems: TemplateProblem[] } {
  const problems: TemplateProblem[] = [];
  const outer: Token[] = [];
  let passage: { at: number; token: Token & { kind: 'passage' } } | null = null;
  const report = (code: TemplateProblem['code'], at: number, word: string) =>
    problems.push({ code, at, length: Math.max(word.length, 1), word });
  // A placeholder, the head of a passage, a lone bracket, or plain text.
  for (const match of text.matchAll(/\{([^{}]*)\}|\[([^:[\]{}]*):\s*|[{}[\]]|[^{}[\]]+/g)) {
    const [whole, name, kinds] = match;
    const into: Token[] = passage ? passage.token.tokens : outer;
    if (name !== undefined) {
      const word = name.trim();
      if (isOneOf(PLACEHOLDERS, word)) into.push({ kind: 'placeholder', name: word });
      else report('unknown_placeholder', match.index, whole);
    } else if (kinds !== undefined) {
      if (passage) {
        report('nested_passage', match.index, whole.trim());
        continue;
      }
      const token: Token & { kind: 'passage' } = { kind: 'passage', for: [], tokens: [] };
      for (const kind of kinds.split(',').map((word) => word.trim())) {
        if (isOneOf(SUBJECT_KINDS, kind)) token.for.push(kind);
        else report('unknown_kind', match.index, whole.trim());
      }
      outer.push(token);
      passage = { at: match.index, token };
    } else if (whole === ']' && passage) passage = null;
    else if ('{}[]'.includes(whole)) report('unbalanced', match.index, whole);
    else into.push({ kind: 'text', text: whole });
  }
  if (passage) report('unbalanced', passage.at, '[');
  return { tokens: outer, problems };
}

/**
 * What is wrong with a template, in the order of the text; empty when it can be rendered.
 * @param part "style" closes every prompt of a theme: it may be empty and needs no subject
 */
export function checkTemplate(
  text: string,
  part: 'prompt' | 'style' = 'prompt',
): TemplateProblem[] {
  if (text.length > TEMPLATE_MAX)
    return [{ code: 'too_long', at: TEMPLATE_MAX, length: text.length - TEMPLATE_MAX, word: '' }];
  if (text.trim() === '')
    return part === 'style' ? [] : [{ code: 'empty', at: 0, length: 0, word: '' }];
  const { tokens, problems } = parse(text);
  const namesSubject = tokens.some(
    (token) =>
      token.kind === 'placeholder' && (token.name === 'subject' || token.name === 'trigger'),
  );
  if (part === 'prompt' && !namesSubject)
    problems.push({ code: 'no_subject', at: 0, length: text.length, word: '{subject}' });
  return problems.toSorted((a, b) => a.at - b.at);
}

const SMALL_NUMBERS = [
  'newborn',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

function ageWords(words: CategoryWords, facts: SubjectFacts): string {
  if (!words.hasAge || facts.ageYears === null || facts.ageYears === 0) return '';
  return `${SMALL_NUMBERS[facts.ageYears] ?? facts.ageYears}-year-old`;
}

function classNoun(words: CategoryWords, facts: SubjectFacts): string {
  const age = facts.ageYears;
  if (words.young && age !== null && age < words.young.belowYears) return words.young.noun;
  return words.hasKindOf && facts.kindOf ? facts.kindOf : words.noun;
}

/** "a" or "an" by sound, as far as prompts need it. */
function articleOf(word: string): 'a' | 'an' {
  if (/^(8|11\b|18\b|hour|honest|heir)/i.test(word)) return 'an';
  if (/^(one\b|uni|use|eu)/i.test(word)) return 'a';
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/**
 * The subject as a model knows it: "tok woman", "tok, a six-year-old girl"; without a trigger word "a woman".
 * Also what a training is told about its photos.
 */
export function describeSubject(subject: {
  words: CategoryWords;
  facts: SubjectFacts;
  triggerWord: string | null;
}): string {
  const age = ageWords(subject.words, subject.facts);
  const noun = classNoun(subject.words, subject.facts);
  const full = age ? `${age} ${noun}` : noun;
  const withArticle = `${articleOf(full)} ${full}`;
  if (subject.triggerWord === null) return withArticle;
  return age ? `${subject.triggerWord}, ${withArticle},` : `${subject.triggerWord} ${noun}`;
}

const PRONOUNS = {
  she: { them: 'her', possessive: 'her', is: 'is', has: 'has' },
  he: { them: 'him', possessive: 'his', is: 'is', has: 'has' },
  they: { them: 'them', possessive: 'their', is: 'are', has: 'have' },
  it: { them: 'it', possessive: 'its', is: 'is', has: 'has' },
} as const;

export type PromptValues = {
  template: string;
  /** Closes the prompt; may use placeholders too. */
  styleText: string;
  /** 1 to 12. */
  month: number;
  hemisphere: Hemisphere;
  words: CategoryWords;
  /** Null when no learned subject is used. */
  triggerWord: string | null;
  facts: SubjectFacts;
  /** Empty means nothing was chosen: a general word stands in. */
  place: string;
  outfit: string;
  /** Trigger words of looks; each is named at the end. */
  styleTriggerWords?: readonly string[];
};

/** What people typed cannot become syntax or grow without limit. */
function plainWords(text: string): string {
  return text
    .replaceAll(/[{}[\]\s]+/g, ' ')
    .trim()
    .slice(0, CHOICE_MAX);
}

// Stands before every value until articles agree with it. No text holds it: it is of the private area.
const MARK = '\uE000';

function withoutStop(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ +([,.;:!?])/g, '$1')
    .replaceAll(/,(\s*,)+/g, ',')
    .replaceAll(/,+\s*([.;:!?])/g, '$1')
    .replaceAll(/([.!?])\s*[,.]+/g, '$1')
    .replaceAll(/^[\s,.;:]+|[\s,;:]+$/g, '');
}

/**
 * The prompt of one month for one subject. The trigger word appears once, at the first mention; a template that never
 * names its subject gets it in front. Total: a wrong placeholder is left out, since templates were checked when saved.
 */
export function renderPrompt(values: PromptValues): string {
  const { words, facts } = values;
  const index = northernIndex(values.month, values.hemisphere);
  const pronouns = PRONOUNS[words.pronoun];
  const noun = classNoun(words, facts);
  const trigger = values.triggerWord;
  let isNamed = false;
  const mention = (first: string, later: string) => {
    if (isNamed) return later;
    isNamed = true;
    return first;
  };
  const valueFor: Record<Placeholder, () => string> = {
    subject: () => mention(describeSubject({ words, facts, triggerWord: trigger }), `the ${noun}`),
    trigger: () => mention(trigger ?? `the ${noun}`, `the ${noun}`),
    class: () => noun,
    age: () => ageWords(words, facts),
    pronoun: () => words.pronoun,
    them: () => pronouns.them,
    possessive: () => pronouns.possessive,
    is: () => pronouns.is,
    has: () => pronouns.has,
    month: () => MONTH_NAMES[values.month - 1] ?? '',
    season: () => seasonOf(values.month, values.hemisphere),
    nature: () => NATURE[index] ?? '',
    light: () => LIGHT[index] ?? '',
    place: () => plainWords(values.place) || 'a beautiful quiet place',
    outfit: () => plainWords(values.outfit) || 'comfortable well-made clothes',
  };
  const write = (tokens: readonly Token[]): string =>
    tokens
      .map((token) => {
        if (token.kind === 'text') return token.text;
        if (token.kind === 'placeholder') return MARK + valueFor[token.name]();
        return isOneOf(token.for, words.kind) ? write(token.tokens) : '';
      })
      .join('');

  let main = write(parse(values.template).tokens);
  if (!isNamed) main = `${valueFor.subject()}. ${main}`;
  const looks = (values.styleTriggerWords ?? []).map((word) => `in the style of ${word}`);
  const style = [write(parse(values.styleText).tokens), ...looks].map(withoutStop).filter(Boolean);
  const parts = [withoutStop(main), style.join(', ')].filter(Boolean);
  const agreed = `${parts.join('. ')}.`
    .replaceAll(
      new RegExp(`\\b([Aa])n?((?:\\s*${MARK})+\\s*)(?=(\\S+))`, 'g'),
      (_all, first: string, gap: string, next: string) => {
        // What was chosen may bring its own article: "a blue coat".
        if (/^(an?|the)$/i.test(next)) return gap;
        const article = articleOf(next);
        return (first === 'A' ? article.replace('a', 'A') : article) + gap;
      },
    )
    .replaceAll(MARK, '');
  // Sentences begin with a capital, except the trigger word: a model knows it as it was written.
  return tidy(agreed).replaceAll(
    /(^|[.!?] )([a-z])/g,
    (all, before: string, letter: string, at: number, text: string) =>
      trigger !== null && text.startsWith(trigger, at + before.length)
        ? all
        : before + letter.toUpperCase(),
  );
}
