import { DESKS, type Desk } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/messages/queue-mail';
import { normaliseEmail } from './normalise-email';
import { addResetLink } from './request-password-reset';
import { deleteFactor } from './second-factor/factor-store';
import { addPerson, endLoginSessions, findAccountByEmail, putDesks } from './store';

export type AddedStaff = {
  email: string;
  role: 'STAFF' | 'ADMIN';
  isNew: boolean;
  /** Sets the first password, once, within half an hour; null where it went by mail. */
  url: string | null;
};

/**
 * Gives a role to the owner of an address, who may have no account yet, and a link to set a password with. Run from the
 * command line by who runs the installation, or by an admin. Sessions end, so that the shorter ones of staff begin.
 * @throws DomainError "account.email_invalid", "staff.already"
 */
export async function addStaff(
  ctx: Ctx,
  input: {
    email: string;
    role: 'STAFF' | 'ADMIN';
    /** What a member of staff may work on; left out, everything that is there. */
    desks?: readonly Desk[];
    sendMail: boolean;
    /** Set, it is for people who are not on the staff: nobody's rights or app are changed by adding them again. */
    isNewcomer?: true;
    locale: Locale;
  },
): Promise<AddedStaff> {
  const email = normaliseEmail(input.email);
  return inTransaction(ctx, async (tx) => {
    const known = await findAccountByEmail(tx, email);
    const isStaff = known?.role === 'STAFF' || known?.role === 'ADMIN';
    if (input.isNewcomer && isStaff) throw new DomainError('staff.already');
    const id: Id<'user'> = known?.id ?? (await addPerson(tx, { role: input.role, email }));
    if (known) {
      await tx.db.user.update({ where: { id }, data: { role: input.role } });
      await endLoginSessions(tx, { userId: id });
      // Whoever lost their phone and their recovery codes starts anew.
      await deleteFactor(tx, id);
    }
    await putDesks(tx, id, input.role === 'STAFF' ? (input.desks ?? DESKS) : []);
    const link = await addResetLink(tx, { id }, email);
    if (input.sendMail) {
      await queueMail(tx, {
        dedupeKey: `account:${link.id}`,
        to: email,
        template: 'reset-password',
        locale: input.locale,
        data: { url: link.url },
      });
    }
    await tx.db.auditEvent.create({
      data: {
        id: newId('auditEvent'),
        actorId: tx.actor.userId,
        action: 'account.role_given',
        subject: id,
        data: {
          from: known?.role ?? null,
          to: input.role,
          ...(input.role === 'STAFF' ? { desks: [...(input.desks ?? DESKS)] } : {}),
        },
        createdAt: tx.clock.now(),
      },
    });
    return { email, role: input.role, isNew: !known, url: input.sendMail ? null : link.url };
  });
}
