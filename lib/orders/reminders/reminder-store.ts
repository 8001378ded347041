import type { ReadCtx } from '@/lib/db/context';

const reader = {
  id: true,
  email: true,
  setting: { select: { interfaceLanguage: true } },
} as const;

/** People with an address who asked for reminders of this kind, over whatever channel. */
const wants = (kind: string) => ({
  role: { not: 'GUEST' as const },
  email: { not: null },
  blockedAt: null,
  preferences: { some: { kind, isOn: true } },
});

/** Carts whose newest item was put in between the two instants, of people who want to be reminded. */
export async function findAbandonedCarts(ctx: ReadCtx, window: { from: Date; to: Date }) {
  const people = await ctx.db.user.findMany({
    where: {
      ...wants('abandoned_cart'),
      cartItems: {
        some: { createdAt: { gte: window.from, lt: window.to } },
        none: { createdAt: { gte: window.to } },
      },
    },
    select: {
      ...reader,
      cartItems: {
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { id: true, calendar: { select: { title: true } } },
      },
    },
  });
  return people;
}

/** The newest calendar that each person bought and whose months end in one of the given ones ("2027-12"). */
export async function findEndingCalendars(ctx: ReadCtx, lastMonths: readonly string[]) {
  return ctx.db.$queryRaw<
    { userId: string; email: string; locale: string | null; title: string; lastMonth: string }[]
  >`
    select distinct on (o."ownerId") o."ownerId" as "userId", u."email", s."interfaceLanguage" as "locale",
      i."title", to_char(to_date(i."fromMonth" || '-01', 'YYYY-MM-DD') + make_interval(months => i."monthCount" - 1), 'YYYY-MM') as "lastMonth"
    from "OrderItem" i
      join "Order" o on o."id" = i."orderId"
      join "User" u on u."id" = o."ownerId"
      left join "UserSetting" s on s."userId" = u."id"
    where o."status" in ('SHIPPED', 'DELIVERED') and u."email" is not null and u."blockedAt" is null
      and exists (select 1 from "MessagePreference" p where p."userId" = u."id" and p."kind" = 'next_year' and p."isOn")
      and to_char(to_date(i."fromMonth" || '-01', 'YYYY-MM-DD') + make_interval(months => i."monthCount" - 1), 'YYYY-MM') = any(${[...lastMonths]})
      and not exists (
        select 1 from "OrderItem" later join "Order" lo on lo."id" = later."orderId"
        where lo."ownerId" = o."ownerId" and lo."status" not in ('CANCELLED', 'EXPIRED') and later."fromMonth" > i."fromMonth")
    order by o."ownerId", i."fromMonth" desc, i."id"`;
}
