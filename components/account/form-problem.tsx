import { Alert } from '@/components/ui/alert';

/** The refusal of a whole form, announced at once; nothing when there is none. */
export function FormProblem({ message }: { message: string | null }) {
  return message === null ? null : <Alert tone="bad">{message}</Alert>;
}
