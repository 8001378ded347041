import { describe, expect, test } from 'vitest';
import { checkLoraName } from '@/lib/studio/check-lora-name';
import { CONSENT_PURPOSES, coversTraining, LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { BASE_MODELS } from '@/lib/studio/data/base-models';
import { CATEGORIES } from '@/lib/studio/data/categories';
import { readChosenPhotos, ShareStyleSchema } from '@/lib/studio/lora-schema';
import { canLearn } from '@/lib/studio/trainers';
import { newTriggerWord } from '@/lib/studio/trigger-word';

describe('an agreement', () => {
  const given = {
    purpose: CONSENT_PURPOSES.own,
    textVersion: LORA_CONSENT_VERSION,
    withdrawnAt: null,
  };
  const adult = { needsGuardian: false };
  const child = { needsGuardian: true };

  test('covers an adult, and a child only with the word of a guardian', () => {
    expect(coversTraining(given, adult)).toBe(true);
    expect(coversTraining(given, child)).toBe(false);
    const guardian = { ...given, purpose: CONSENT_PURPOSES.guardian };
    expect(coversTraining(guardian, child)).toBe(true);
    expect(coversTraining(guardian, adult)).toBe(true);
  });

  test('ends when it is withdrawn, and with the words that it was given to', () => {
    expect(coversTraining({ ...given, withdrawnAt: new Date() }, adult)).toBe(false);
    expect(coversTraining({ ...given, textVersion: '2025-01-01' }, adult)).toBe(false);
    expect(coversTraining(null, adult)).toBe(false);
  });
});

describe('a trigger word', () => {
  test('is plain letters and digits, long enough to mean nothing, and another each time', () => {
    const words = Array.from({ length: 500 }, newTriggerWord);
    for (const word of words) expect(word).toMatch(/^[a-z]{8}\d{4}$/);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('trainers', () => {
  const offered = (categoryId: string) => {
    const category = CATEGORIES.find(({ id }) => id === categoryId);
    if (!category) throw new Error(categoryId);
    return BASE_MODELS.filter((model) => canLearn(model, category)).map(({ slug }) => slug);
  };

  test('people have the portrait trainer, animals and things do not', () => {
    expect(offered('woman')).toContain('flux-portrait-trainer');
    expect(offered('dog')).not.toContain('flux-portrait-trainer');
    expect(offered('dog')).toContain('flux-fast-trainer');
  });

  test('a look has only trainers that can be told to learn a look', () => {
    expect(offered('painting')).toEqual(['flux-fast-trainer']);
  });

  test('every kind can be learned by one', () => {
    for (const { id } of CATEGORIES) expect(offered(id)).not.toEqual([]);
  });
});

describe('what comes in', () => {
  test.each(['', '   ', 'x'.repeat(41), 'a\u202Eb', 'a\u0000b'])(
    'the name %j is refused',
    (name) => {
      expect(() => checkLoraName(name)).toThrow(
        expect.objectContaining({ code: 'lora.name_invalid' }),
      );
    },
  );

  test('a name is kept as one line in one spelling', () => {
    expect(checkLoraName('  Ана\n  Марія ')).toBe('Ана Марія');
    expect(checkLoraName('Zoe\u0301')).toBe('Zo\u00e9');
  });

  test('stars of a shared look are whole, 0 to 20', () => {
    const wish = { isPublic: true, description: '' };
    for (const starsRequired of [-1, 21, 1.5]) {
      expect(ShareStyleSchema.safeParse({ ...wish, starsRequired }).success).toBe(false);
    }
    expect(ShareStyleSchema.safeParse({ ...wish, starsRequired: 20 }).success).toBe(true);
  });

  test('photos of a row that cannot be read count as none', () => {
    expect(readChosenPhotos([{ pictureId: 'x' }])).toEqual([]);
    expect(readChosenPhotos(null)).toEqual([]);
  });
});
