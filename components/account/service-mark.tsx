import { Send } from 'lucide-react';
import type { LinkedProvider } from '@/lib/db/generated/client';

/** The mark of a service that people sign in with. Decoration: its name stands beside it. */
export function ServiceMark({ provider }: { provider: LinkedProvider }) {
  if (provider === 'TELEGRAM') return <Send aria-hidden="true" className="size-5 text-[#1c7fb8]" />;
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-5">
      <path
        fill="#4285F4"
        d="M23 12.27c0-.8-.07-1.56-.2-2.27H12v4.51h6.18a5.28 5.28 0 0 1-2.29 3.47v2.9h3.7C21.77 18.87 23 15.86 23 12.27Z"
      />
      <path
        fill="#34A853"
        d="M12 23.5c3.1 0 5.7-1.03 7.6-2.78l-3.71-2.89c-1.03.7-2.35 1.1-3.89 1.1a6.83 6.83 0 0 1-6.42-4.73H1.75v2.98A11.48 11.48 0 0 0 12 23.5Z"
      />
      <path
        fill="#FBBC05"
        d="M5.58 14.2a6.9 6.9 0 0 1 0-4.4V6.82H1.75a11.5 11.5 0 0 0 0 10.36l3.83-2.98Z"
      />
      <path
        fill="#EA4335"
        d="M12 5.07c1.69 0 3.2.58 4.4 1.72l3.28-3.29A11.02 11.02 0 0 0 12 .5 11.48 11.48 0 0 0 1.75 6.82L5.58 9.8A6.83 6.83 0 0 1 12 5.07Z"
      />
    </svg>
  );
}
