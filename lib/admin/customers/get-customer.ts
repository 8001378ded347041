import { deviceName } from '@/lib/accounts/device-name';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ClaimStatus } from '@/lib/orders/claims/claim-states';
import type { OrderStatus } from '@/lib/orders/order-states';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findCustomer, findNotesOf, sumOrdersOf } from './customer-store';

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

export type CustomerView = Awaited<ReturnType<typeof getCustomer>>;

/** Everything of one person on one page. @throws DomainError "account.not_allowed", "customer.not_found" */
export async function getCustomer(ctx: Ctx, input: { userId: Id<'user'> }) {
  requireStaff(ctx, 'support');
  return inTransaction(ctx, async (tx) => {
    const row = await findCustomer(tx, input.userId);
    if (!row) throw new DomainError('customer.not_found');
    const notes = await findNotesOf(tx, input.userId);
    const sums = await sumOrdersOf(tx, input.userId);
    await recordAudit(tx, { action: 'customer.read', subject: input.userId });
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      phone: row.phone,
      isGuest: row.role === 'GUEST',
      isBlocked: row.blockedAt !== null,
      erasure: row.erasures[0]?.number ?? null,
      createdAt: row.createdAt.toISOString(),
      language: row.setting?.interfaceLanguage ?? null,
      country: row.setting?.country ?? null,
      counts: row._count,
      currency: row.setting?.currency ?? null,
      printLanguage: row.setting?.printLanguage ?? null,
      spent: sums.map(({ currency, _sum }) => money(_sum.totalMinor ?? 0, currency as Currency)),
      stars: row.starAccount
        ? { balance: row.starAccount.balance, held: row.starAccount.held }
        : null,
      orders: row.orders.map((order) => ({
        id: order.id,
        number: order.number,
        status: order.status as OrderStatus,
        placedAt: order.placedAt.toISOString(),
        total: money(order.totalMinor, order.currency as Currency) as Money,
      })),
      calendars: row.calendars.map(({ id, title, updatedAt }) => ({
        id,
        title,
        updatedAt: updatedAt.toISOString(),
      })),
      claims: row.claims.map(({ id, number, status, createdAt }) => ({
        id,
        number,
        status: status as ClaimStatus,
        createdAt: createdAt.toISOString(),
      })),
      certificates: row.certificates.map((own) => ({
        id: own.id,
        codeEnd: own.codeEnd,
        status: own.status,
        worth: money(own.amountMinor, own.currency as Currency) as Money,
        left: money(own.balanceMinor, own.currency as Currency) as Money,
      })),
      models: row.loraModels.map(({ id, name, status, createdAt }) => ({
        id,
        name,
        status,
        createdAt: createdAt.toISOString(),
      })),
      messages: row.messages.map(({ id, template, channel, status, createdAt }) => ({
        id,
        template,
        channel,
        status,
        createdAt: createdAt.toISOString(),
      })),
      sessions: row.loginSessions.map((session) => ({
        id: session.id,
        device: deviceName(session.userAgent),
        isOver: session.endedAt !== null || session.expiresAt <= tx.clock.now(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
      consents: row.consents.map(({ id, purpose, textVersion, givenAt, withdrawnAt }) => ({
        id,
        purpose,
        textVersion,
        givenAt: givenAt.toISOString(),
        withdrawnAt: iso(withdrawnAt),
      })),
      purchases: row.starPurchases.map((purchase) => ({
        id: purchase.id,
        stars: purchase.stars,
        refundedStars: purchase.refundedStars,
        createdAt: purchase.createdAt.toISOString(),
      })),
      addresses: row.savedAddresses.map(({ id, label, address, isDefault }) => ({
        id,
        label,
        address: address as unknown,
        isDefault,
      })),
      exports: row.dataExports.map(({ id, status, createdAt }) => ({
        id,
        status,
        createdAt: createdAt.toISOString(),
      })),
      links: row.linkedAccounts.map(({ id, provider, label }) => ({ id, provider, label })),
      notes: notes.map(({ id, action, data, createdAt }) => ({
        id,
        action,
        reason: String((data as { reason?: unknown }).reason ?? ''),
        createdAt: createdAt.toISOString(),
      })),
    };
  });
}
