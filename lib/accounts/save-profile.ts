import { asPerson, type Ctx } from '@/lib/db/context';
import { checkName } from './check-name';
import type { SettingsInput } from './schema';
import { putSettings, setName } from './store';

/** Changes the person's own name. @throws DomainError "account.name_invalid" @returns the name as stored */
export async function saveName(ctx: Ctx, input: { name: string }): Promise<string> {
  const name = checkName(input.name);
  await setName(ctx, asPerson(ctx).actor.userId, name);
  return name;
}

/** Changes the person's own choices of languages, country, week and currency. */
export async function saveSettings(ctx: Ctx, input: SettingsInput): Promise<void> {
  await putSettings(ctx, asPerson(ctx).actor.userId, input);
}
