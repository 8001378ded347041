'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { setPeople } from '@/lib/calendars/change-document';
import { type CalendarDocument, PEOPLE_MAX, type Person } from '@/lib/calendars/document';
import { useEditor } from '../editor-context';

const NAME_MAX = 30;

/** Colours that can be told apart on paper, also by people who see red and green alike. */
const COLOURS: readonly Person['colour'][] = [
  '#c2452d',
  '#2f6f9f',
  '#d39a1e',
  '#3c7d57',
  '#7c5295',
  '#5b5f66',
];

/** The columns of the family planner: who they belong to and in which colour their days are marked. */
export function PeopleEditor() {
  const t = useTranslations('calendars.people');
  const { document, change, settle } = useEditor();
  const { people } = document;
  const [added, setAdded] = useState<string | null>(null);
  const put = (next: readonly Person[], mergeKey?: string) =>
    change('people', (before: CalendarDocument) => setPeople(before, next), mergeKey);

  const add = () => {
    const colour = COLOURS.find((one) => !people.some((person) => person.colour === one));
    const person: Person = {
      id: freeId(people),
      name: t('new_name', { number: people.length + 1 }),
      colour: colour ?? '#5b5f66',
    };
    setAdded(person.id);
    put([...people, person]);
  };

  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-soft">{t('hint')}</p>
      {people.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {people.map((person) => (
            <li key={person.id} className="flex items-center gap-2">
              <input
                type="color"
                aria-label={t('colour', { name: person.name })}
                value={person.colour}
                onBlur={settle}
                onChange={(event) => {
                  const colour = event.target.value.toLowerCase() as Person['colour'];
                  put(changed(people, person.id, { colour }), `person-colour:${person.id}`);
                }}
                className="size-11 shrink-0 cursor-pointer rounded-control border border-line-strong/70 bg-sheet p-1.5"
              />
              <NameInput
                person={person}
                isNew={person.id === added}
                onName={(name) =>
                  put(changed(people, person.id, { name }), `person-name:${person.id}`)
                }
              />
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('remove', { name: person.name })}
                onClick={() => put(people.filter(({ id }) => id !== person.id))}
              >
                <X />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {people.length < PEOPLE_MAX ? (
        <Button variant="secondary" size="sm" className="self-start" onClick={add}>
          <Plus />
          {t('add')}
        </Button>
      ) : (
        <p className="text-xs text-ink-soft">{t('full', { max: PEOPLE_MAX })}</p>
      )}
    </div>
  );
}

/** While it is being typed a name may be empty; the calendar keeps the last one that was not. */
function NameInput({
  person,
  isNew,
  onName,
}: {
  person: Person;
  isNew: boolean;
  onName: (name: string) => void;
}) {
  const t = useTranslations('calendars.people');
  const { settle } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  useEffect(() => {
    if (isNew) input.current?.select();
  }, [isNew]);
  return (
    <Input
      ref={input}
      aria-label={t('name')}
      value={isEmpty ? '' : person.name}
      maxLength={NAME_MAX}
      onBlur={() => {
        setEmpty(false);
        settle();
      }}
      onChange={(event) => {
        const name = event.target.value;
        setEmpty(name.trim() === '');
        if (name.trim() !== '') onName(name);
      }}
      className="min-w-0 flex-1"
    />
  );
}

function changed(people: readonly Person[], id: string, change: Partial<Person>): Person[] {
  return people.map((person) => (person.id === id ? { ...person, ...change } : person));
}

/** "p1" to "p6": short, and never one that a date may still remember. */
function freeId(people: readonly Person[]): string {
  const numbers = people.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0));
  return `p${Math.max(0, ...numbers) + 1}`;
}
