'use client';

import { Toast as Primitive } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { Tone } from './badge';
import { classes } from './classes';

type Message = { id: number; tone: Tone; text: ReactNode };
type Show = (text: ReactNode, tone?: Tone) => void;

const ToastContext = createContext<Show>(() => undefined);

/** Says briefly what happened: `const toast = useToast(); toast('Saved', 'good')`. */
export function useToast(): Show {
  return useContext(ToastContext);
}

const BORDERS: Record<Tone, string> = {
  neutral: 'border-l-line-strong',
  good: 'border-l-good',
  fine: 'border-l-fine',
  warn: 'border-l-warn',
  bad: 'border-l-bad',
  accent: 'border-l-accent',
};

export function ToastProvider({ label, children }: { label: string; children: ReactNode }) {
  const [messages, setMessages] = useState<Message[]>([]);
  const show = useCallback<Show>((text, tone = 'neutral') => {
    setMessages((list) => [...list.slice(-3), { id: Date.now() + Math.random(), tone, text }]);
  }, []);
  return (
    <ToastContext.Provider value={show}>
      <Primitive.Provider label={label} duration={6000}>
        {children}
        {messages.map((message) => (
          <Primitive.Root
            key={message.id}
            type={message.tone === 'bad' ? 'foreground' : 'background'}
            onOpenChange={(open) => {
              if (!open) setMessages((list) => list.filter((other) => other.id !== message.id));
            }}
            className={classes(
              'rounded-card border border-line border-l-4 bg-sheet px-4 py-3 shadow-float',
              BORDERS[message.tone],
            )}
          >
            <Primitive.Description>{message.text}</Primitive.Description>
          </Primitive.Root>
        ))}
        <Primitive.Viewport className="fixed inset-x-4 bottom-4 z-60 flex flex-col gap-2 sm:left-auto sm:w-96" />
      </Primitive.Provider>
    </ToastContext.Provider>
  );
}
