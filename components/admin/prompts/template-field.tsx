'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { Label, Textarea } from '@/components/ui/field';
import { checkTemplate, type TemplateProblem } from '@/lib/studio/prompt-template';

/** A template with what is wrong in it, each at its spot: choosing a problem selects it in the text. */
export function TemplateField({
  label,
  part,
  value,
  rows,
  onChange,
}: {
  label: string;
  part: 'prompt' | 'style';
  value: string;
  rows: number;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('prompts');
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const problems = checkTemplate(value, part);
  const show = ({ at, length }: TemplateProblem) => {
    box.current?.focus();
    box.current?.setSelectionRange(at, at + length);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Textarea
        ref={box}
        id={id}
        rows={rows}
        value={value}
        spellCheck={false}
        lang="en"
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
        className="leading-relaxed"
        onChange={(event) => onChange(event.target.value)}
      />
      <ul id={`${id}-problems`} aria-live="polite" className="flex flex-col gap-1">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.at}`} className="text-sm text-bad">
            <button
              type="button"
              className="text-left font-medium underline-offset-4 hover:underline"
              onClick={() => show(problem)}
            >
              {t(`problems.${problem.code}`, { word: problem.word })}
            </button>
            {problem.word !== '' && problem.code !== 'no_subject' ? (
              <span className="block truncate text-ink-soft">
                …{value.slice(Math.max(0, problem.at - 24), problem.at)}
                <mark className="rounded bg-bad-soft px-0.5 text-bad">
                  {value.slice(problem.at, problem.at + problem.length)}
                </mark>
                {value.slice(problem.at + problem.length, problem.at + problem.length + 24)}…
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
