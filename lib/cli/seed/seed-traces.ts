import { ID_PREFIXES } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import { allowLongStatements, LONG_MS } from './batches';
import { madePrefix } from './made-ids';

/**
 * What orders leave behind on the way: hand-offs to the print house, the tills' calls, letters, and that staff looked at
 * them. Only orders that have none yet get them. @returns how many rows were added
 */
export async function seedTraces(db: PrismaClient, appUrl: string): Promise<number> {
  const like = `${madePrefix('order')}%`;
  const orderPrefix = ID_PREFIXES.order.length + 1;
  return db.$transaction(
    async (tx) => {
      await allowLongStatements(tx);
      const hands = await tx.$executeRaw`
        with house as (select "id" from "PrintHouse" where "kind" = 'MANUAL' order by "sortOrder", "id" limit 1)
        insert into "PrintJob" ("id", "number", "orderId", "parcelId", "printHouseId", "status", "items", "idempotencyKey",
          "createdAt", "submittedAt", "finishedAt")
        select ${ID_PREFIXES.printJob} || substring(o."id" from ${orderPrefix}::int),
          'P' || substring(o."number" from 2 for 4) || lpad(nextval('print_job_number_seq')::text, 6, '0'),
          o."id", i."parcelId", house."id",
          (case o."status" when 'IN_PRODUCTION' then 'PRINTING' else 'DONE' end)::"PrintJobStatus",
          jsonb_build_array(jsonb_build_object('orderItemId', i."id", 'quantity', i."quantity")),
          'made:' || o."id", o."placedAt" + interval '4 days', o."placedAt" + interval '4 days',
          case when o."status" <> 'IN_PRODUCTION' then o."placedAt" + interval '6 days' end
        from "Order" o join "OrderItem" i on i."orderId" = o."id" cross join house
        where o."id" like ${like} and o."status" in ('IN_PRODUCTION', 'SHIPPED', 'DELIVERED')
        order by o."id"
        on conflict do nothing`;
      const moves = await tx.$executeRaw`
        insert into "PrintJobEvent" ("id", "printJobId", "fromStatus", "toStatus", "createdAt")
        select ${ID_PREFIXES.printJobEvent} || substring(j."id" from ${ID_PREFIXES.printJob.length + 1}::int) || step.mark,
          j."id", step."from"::"PrintJobStatus", step."to"::"PrintJobStatus", j."createdAt" + step.after
        from "PrintJob" j cross join (values
          ('a', null, 'QUEUED', interval '0'), ('b', 'QUEUED', 'SUBMITTING', interval '1 second'),
          ('c', 'SUBMITTING', 'SUBMITTED', interval '2 seconds'), ('d', 'SUBMITTED', 'PRINTING', interval '1 day'),
          ('e', 'PRINTING', 'DONE', interval '2 days')) as step(mark, "from", "to", after)
        where j."id" like ${`${madePrefix('printJob')}%`} and (step."to" <> 'DONE' or j."status" = 'DONE')
        on conflict do nothing`;
      const calls = await tx.$executeRaw`
        insert into "WebhookEvent" ("id", "provider", "externalId", "type", "body", "subject", "receivedAt", "processedAt", "outcome")
        select ${ID_PREFIXES.webhookEvent} || substring(p."orderId" from ${orderPrefix}::int), lower(p."provider"::text), 'made-' || p."id",
          case p."provider" when 'STRIPE' then 'checkout.session.completed' else 'success' end,
          '{}', jsonb_build_object('checkoutId', p."externalId"), p."settledAt", p."settledAt" + interval '300 milliseconds',
          'payment:PAID'
        from "Payment" p where p."orderId" like ${like} and p."status" = 'PAID'
        on conflict do nothing`;
      const letters = await tx.$executeRaw`
        insert into "OutboxMessage" ("id", "dedupeKey", "channel", "recipient", "template", "locale", "data", "userId", "subject",
          "status", "attempts", "createdAt", "sentAt")
        select ${ID_PREFIXES.outboxMessage} || substring(o."id" from ${orderPrefix}::int) || letter.mark, 'made:' || o."id" || letter.mark, 'MAIL',
          o."contactEmail", letter.template, o."locale",
          jsonb_build_object(
            'orderNumber', o."number", 'url', ${appUrl}::text || '/orders/' || o."id",
            'items', jsonb_build_array(jsonb_build_object('title', i."title", 'quantity', i."quantity",
              'total', jsonb_build_object('amountMinor', i."totalMinor", 'currency', o."currency"))),
            'delivery', jsonb_build_object('amountMinor', o."deliveryMinor", 'currency', o."currency"),
            'tax', jsonb_build_object('amountMinor', o."taxMinor", 'currency', o."currency"),
            'total', jsonb_build_object('amountMinor', o."totalMinor", 'currency', o."currency")),
          o."ownerId", o."id", 'SENT', 1, o."placedAt" + letter.after, o."placedAt" + letter.after
        from "Order" o join "OrderItem" i on i."orderId" = o."id"
        cross join (values ('a', 'order-confirmed', interval '15 minutes'), ('b', 'order-in-production', interval '4 days'),
          ('c', 'order-delivered', interval '15 days')) as letter(mark, template, after)
        where o."id" like ${like} and o."status" <> 'EXPIRED'
          and (letter.mark = 'a' or o."status" in ('IN_PRODUCTION', 'SHIPPED', 'DELIVERED'))
          and (letter.mark <> 'c' or o."status" = 'DELIVERED')
        on conflict do nothing`;
      const looks = await tx.$executeRaw`
        insert into "AuditEvent" ("id", "actorId", "action", "subject", "createdAt")
        select ${ID_PREFIXES.auditEvent} || substring(o."id" from ${orderPrefix}::int), staff."id", 'order.viewed', o."id",
          o."placedAt" + interval '1 day'
        from "Order" o
        cross join (select "id" from "User" where "isDemo" and "role" in ('STAFF', 'ADMIN') order by "id" limit 1) as staff
        where o."id" like ${like}
        on conflict do nothing`;
      return hands + moves + calls + letters + looks;
    },
    { timeout: LONG_MS },
  );
}
