'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Field, Input, Textarea } from '@/components/ui/field';
import type { CommentView } from '@/lib/calendars/sharing/present';

const AUTHOR_KEY = 'twelvefold-comment-author';

/** What was said about one page, oldest first. */
export function CommentList({
  comments,
  actions,
}: {
  comments: readonly CommentView[];
  /** What the owner can do with one. */
  actions?: (comment: CommentView) => ReactNode;
}) {
  const t = useTranslations('sharing.comments');
  const format = useFormatter();
  return (
    <ul className="flex flex-col gap-3">
      {comments.map((comment) => (
        <li
          key={comment.id}
          className={classes(
            'rounded-card border border-line bg-sheet px-4 py-3',
            comment.isResolved && 'opacity-65',
          )}
        >
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <span className="font-medium">{comment.author}</span>
            {comment.isOwner ? <span className="text-accent-deep">{t('owner')}</span> : null}
            <span className="text-ink-soft">
              {format.dateTime(new Date(comment.createdAt), {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </span>
            {comment.isResolved ? <span className="text-good">{t('settled')}</span> : null}
          </p>
          <p className="mt-1 break-words whitespace-pre-wrap">{comment.text}</p>
          {actions ? <div className="mt-1 flex gap-1">{actions(comment)}</div> : null}
        </li>
      ))}
    </ul>
  );
}

/** Says something about a page. Remembers the name on this device, so that it is written once. */
export function CommentForm({
  label,
  isPending,
  onSay,
}: {
  label: string;
  isPending: boolean;
  /** Resolves when it was said; the text is then cleared. */
  onSay: (said: { author: string; text: string }) => Promise<boolean>;
}) {
  const t = useTranslations('sharing.comments');
  const [author, setAuthor] = useState(() =>
    typeof window === 'undefined' ? '' : (window.localStorage.getItem(AUTHOR_KEY) ?? ''),
  );
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    window.localStorage.setItem(AUTHOR_KEY, author.trim());
    onSay({ author: author.trim(), text: text.trim() })
      .then((wasSaid) => {
        if (wasSaid) setText('');
      })
      .catch(reportError);
  };
  return (
    <form onSubmit={submit} aria-label={label} className="flex flex-col gap-3">
      <Field label={t('text')}>
        {(props) => (
          <Textarea
            {...props}
            required
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('author')} className="min-w-40 flex-1">
          {(props) => (
            <Input
              {...props}
              required
              maxLength={60}
              autoComplete="name"
              value={author}
              suppressHydrationWarning
              onChange={(event) => setAuthor(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          pending={isPending}
          disabled={text.trim() === '' || author.trim() === ''}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
