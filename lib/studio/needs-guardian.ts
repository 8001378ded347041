import { CategoryWordsSchema, SubjectFactsSchema } from './prompt-template';

/** From this age on a person agrees for themselves (GDPR art. 8, and every country that we sell to). */
const OF_AGE_YEARS = 18;

/** Whether a guardian has to agree for the one who is shown: by the kind, or by the age that was told of a person. */
export function needsGuardian(subject: {
  category: { needsGuardian: boolean; words: unknown };
  facts: unknown;
}): boolean {
  if (subject.category.needsGuardian) return true;
  const { kind } = CategoryWordsSchema.parse(subject.category.words);
  const age = SubjectFactsSchema.safeParse(subject.facts).data?.ageYears ?? null;
  return kind === 'person' && age !== null && age < OF_AGE_YEARS;
}
