import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holidaysOf } from '@/lib/calendar-days/holidays';
import { yearMonth } from '@/lib/core/plain-date';
import { ACCEPTED_DIFFERENCES } from '../../fixtures/holidays/accepted-differences';

type Fixture = {
  years: [number, number];
  /** By "DE-BY" and year: "01-01 01-06 …". */
  entities: Record<string, Record<string, string>>;
};
const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/holidays/python-holidays.json', import.meta.url), 'utf8'),
) as Fixture;
const [firstYear, lastYear] = fixture.years;

function theirDays(entity: string): Set<string> {
  const years = fixture.entities[entity] ?? {};
  return new Set(
    Object.entries(years).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
  );
}

function ourDays(entity: string): Set<string> {
  const [country = '', region] = entity.split('-');
  const holidays = holidaysOf({
    sets: [{ country, region: region ?? null }],
    from: yearMonth(firstYear, 1),
    monthCount: (lastYear - firstYear + 1) * 12,
    language: 'en',
  });
  return new Set(holidays.filter(({ kind }) => kind === 'public').map(({ date }) => date));
}

/** "+2026-11-01": only we have it; "-2027-12-27": only python-holidays has it. */
function differences(entity: string): string[] {
  const [ours, theirs] = [ourDays(entity), theirDays(entity)];
  return [
    ...[...ours].filter((day) => !theirs.has(day)).map((day) => `+${day}`),
    ...[...theirs].filter((day) => !ours.has(day)).map((day) => `-${day}`),
  ].sort();
}

describe('days off agree with python-holidays, an independent source, day by day for 2026 to 2031', () => {
  const required = (
    'UA US DE PL JP IL FR ES IT CA AU ' +
    'AT BE BG CH CZ DK EE FI GR HR HU IE KR LT LU LV MX NL NO NZ PT RO SE SI SK TR'
  ).split(' ');
  const nations = ['GB-ENG', 'GB-SCT', 'GB-WLS', 'GB-NIR'];

  it('the fixture holds 38 countries, all German states and all nations of the United Kingdom', () => {
    const entities = Object.keys(fixture.entities);
    expect(entities).toEqual(expect.arrayContaining([...required, ...nations]));
    expect(entities.filter((entity) => entity.startsWith('DE-'))).toHaveLength(16);
    for (const entity of entities) expect(theirDays(entity).size, entity).toBeGreaterThan(20);
  });

  it.each(Object.keys(fixture.entities))(
    '%s differs only where a reason is given, and each reason is still needed',
    (entity) => {
      const accepted = (ACCEPTED_DIFFERENCES[entity] ?? []).flatMap(({ days }) => days);
      expect(differences(entity)).toEqual([...accepted].sort());
    },
  );

  it('accepted differences are all of entities that are compared', () => {
    for (const entity of Object.keys(ACCEPTED_DIFFERENCES)) {
      expect(fixture.entities, entity).toHaveProperty(entity);
    }
  });
});
