-- A rest that no till takes is given, and it may be a rest of gift wrap.
ALTER TABLE "Order" DROP CONSTRAINT "Order_total_adds_up";
ALTER TABLE "Order" ADD CONSTRAINT "Order_total_adds_up" CHECK (
  "itemsMinor" > 0 AND "deliveryMinor" >= 0 AND "wrapMinor" >= 0
  AND "discountMinor" BETWEEN 0 AND "itemsMinor" + "wrapMinor" + "deliveryMinor"
  AND "totalMinor" = "itemsMinor" + "wrapMinor" + "deliveryMinor" - "discountMinor"
  AND "taxMinor" BETWEEN 0 AND "totalMinor" AND "certificateMinor" BETWEEN 0 AND "totalMinor");

-- Refunds are asked about least recently tried first, so that those that stay open do not keep the others waiting.
ALTER TABLE "Refund" ADD COLUMN "triedAt" TIMESTAMPTZ(3);

-- What was agreed at the till and at the checkout stays as it was agreed; what moved says who moved it, why and when.
-- An order's sums, currency, number and price rows are frozen when it is placed. Erasing its owner empties the titles in
-- the rows and nothing else.
CREATE FUNCTION order_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."number", NEW."currency", NEW."itemsMinor", NEW."wrapMinor", NEW."deliveryMinor", NEW."discountMinor",
      NEW."certificateMinor", NEW."taxMinor", NEW."totalMinor", NEW."placedAt", NEW."requestKey")
    IS DISTINCT FROM (OLD."number", OLD."currency", OLD."itemsMinor", OLD."wrapMinor", OLD."deliveryMinor",
      OLD."discountMinor", OLD."certificateMinor", OLD."taxMinor", OLD."totalMinor", OLD."placedAt", OLD."requestKey")
    OR (NEW."priceRows" IS DISTINCT FROM OLD."priceRows" AND NOT is_erasing(OLD."ownerId")) THEN
    RAISE EXCEPTION 'order % is as it was placed', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_is_frozen BEFORE UPDATE ON "Order" FOR EACH ROW EXECUTE FUNCTION order_is_frozen();

-- Only an order of files alone goes from paid to delivered: whatever has a parcel is printed and sent.
CREATE FUNCTION parcels_are_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'PAID' AND NEW."status" = 'DELIVERED'
      AND EXISTS (SELECT 1 FROM "Parcel" WHERE "orderId" = NEW."id") THEN
    RAISE EXCEPTION 'order % has parcels to send', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parcels_are_sent BEFORE UPDATE OF "status" ON "Order" FOR EACH ROW EXECUTE FUNCTION parcels_are_sent();

CREATE FUNCTION payment_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."purpose", NEW."orderId", NEW."provider", NEW."currency", NEW."amountMinor", NEW."requestKey")
    IS DISTINCT FROM (OLD."purpose", OLD."orderId", OLD."provider", OLD."currency", OLD."amountMinor", OLD."requestKey") THEN
    RAISE EXCEPTION 'payment % is as it was asked for', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_is_frozen BEFORE UPDATE ON "Payment" FOR EACH ROW EXECUTE FUNCTION payment_is_frozen();

-- Refunds end once; only a till may take its "done" back.
CREATE FUNCTION refund_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."paymentId", NEW."amountMinor", NEW."idempotencyKey")
    IS DISTINCT FROM (OLD."paymentId", OLD."amountMinor", OLD."idempotencyKey") THEN
    RAISE EXCEPTION 'refund % is as it was asked for', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('REQUESTED', 'SUCCEEDED'), ('REQUESTED', 'FAILED'), ('SUCCEEDED', 'FAILED')) THEN
    RAISE EXCEPTION 'refund may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_moves_by_table BEFORE UPDATE ON "Refund" FOR EACH ROW EXECUTE FUNCTION refund_moves_by_table();

CREATE FUNCTION certificate_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('AWAITING_PAYMENT', 'ACTIVE'), ('AWAITING_PAYMENT', 'VOID'), ('ACTIVE', 'VOID')) THEN
    RAISE EXCEPTION 'certificate may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_moves_by_table BEFORE UPDATE OF "status" ON "GiftCertificate"
  FOR EACH ROW EXECUTE FUNCTION certificate_moves_by_table();

-- Books are kept: what was ordered, paid or given back is never deleted.
CREATE FUNCTION books_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are kept', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER books_are_kept BEFORE DELETE ON "Order" FOR EACH ROW EXECUTE FUNCTION books_are_kept();
CREATE TRIGGER books_are_kept BEFORE DELETE ON "Payment" FOR EACH ROW EXECUTE FUNCTION books_are_kept();
CREATE TRIGGER books_are_kept BEFORE DELETE ON "Refund" FOR EACH ROW EXECUTE FUNCTION books_are_kept();

-- The history of a payment and of its refunds. The database writes it, so that no way of moving one leaves it out.
CREATE TABLE "PaymentEvent" (
    "id" BIGSERIAL NOT NULL,
    "paymentId" TEXT NOT NULL,
    "refundId" TEXT,
    "fromStatus" TEXT,
    "toStatus" TEXT NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PaymentEvent_paymentId_id_idx" ON "PaymentEvent"("paymentId", "id");
ALTER TABLE "PaymentEvent" ADD CONSTRAINT "PaymentEvent_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

INSERT INTO "PaymentEvent" ("paymentId", "fromStatus", "toStatus", "actorId", "reason", "createdAt")
  SELECT "id", NULL, 'CREATED', CASE WHEN "orphanOfId" IS NULL THEN "ownerId" END,
    CASE WHEN "orphanOfId" IS NOT NULL THEN 'orphan' END, "createdAt" FROM "Payment" ORDER BY "createdAt", "id";
INSERT INTO "PaymentEvent" ("paymentId", "fromStatus", "toStatus", "reason", "createdAt")
  SELECT "id", 'CREATED', "status"::text, coalesce("quarantineReason", "declineReason"), coalesce("settledAt", "updatedAt")
    FROM "Payment" WHERE "status" <> 'CREATED' ORDER BY 5, "id";
INSERT INTO "PaymentEvent" ("paymentId", "refundId", "fromStatus", "toStatus", "actorId", "reason", "createdAt")
  SELECT "paymentId", "id", NULL, 'REQUESTED', "actorId", "reason", "createdAt" FROM "Refund" ORDER BY "createdAt", "id";
INSERT INTO "PaymentEvent" ("paymentId", "refundId", "fromStatus", "toStatus", "reason", "createdAt")
  SELECT "paymentId", "id", 'REQUESTED', "status"::text, "failureCode", coalesce("settledAt", "createdAt")
    FROM "Refund" WHERE "status" <> 'REQUESTED' ORDER BY 6, "id";

CREATE FUNCTION payment_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "PaymentEvent" ("paymentId", "toStatus", "actorId", "reason", "createdAt") VALUES (NEW."id", NEW."status"::text,
      CASE WHEN NEW."orphanOfId" IS NULL THEN NEW."ownerId" END, CASE WHEN NEW."orphanOfId" IS NOT NULL THEN 'orphan' END, NEW."createdAt");
  ELSIF NEW."status" <> OLD."status" OR NEW."quarantineReason" IS DISTINCT FROM OLD."quarantineReason" THEN
    INSERT INTO "PaymentEvent" ("paymentId", "fromStatus", "toStatus", "reason", "createdAt") VALUES (NEW."id", OLD."status"::text,
      NEW."status"::text, coalesce(NEW."quarantineReason", NEW."declineReason"),
      CASE WHEN NEW."settledAt" IS DISTINCT FROM OLD."settledAt" THEN coalesce(NEW."settledAt", clock_timestamp()) ELSE clock_timestamp() END);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_history AFTER INSERT OR UPDATE OF "status", "quarantineReason" ON "Payment"
  FOR EACH ROW EXECUTE FUNCTION payment_history();

CREATE FUNCTION refund_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "PaymentEvent" ("paymentId", "refundId", "toStatus", "actorId", "reason", "createdAt")
      VALUES (NEW."paymentId", NEW."id", NEW."status"::text, NEW."actorId", NEW."reason", NEW."createdAt");
  ELSIF NEW."status" <> OLD."status" THEN
    INSERT INTO "PaymentEvent" ("paymentId", "refundId", "fromStatus", "toStatus", "reason", "createdAt")
      VALUES (NEW."paymentId", NEW."id", OLD."status"::text, NEW."status"::text, NEW."failureCode", coalesce(NEW."settledAt", clock_timestamp()));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refund_history AFTER INSERT OR UPDATE OF "status" ON "Refund" FOR EACH ROW EXECUTE FUNCTION refund_history();
CREATE TRIGGER payment_event_is_kept BEFORE UPDATE OR DELETE ON "PaymentEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Erasing a person also empties what staff noted in words about their orders, the phone that couriers called, and where
-- an order that was never paid would have gone: no invoice needs them. Kinds, states, sums and times stay as they were.
CREATE FUNCTION order_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_erasing((SELECT "ownerId" FROM "Order" WHERE "id" = OLD."orderId"))
      AND (to_jsonb(NEW) - 'data') = (to_jsonb(OLD) - 'data')
      AND (NEW."data" - 'text' - 'reason') = (OLD."data" - 'text' - 'reason') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'OrderEvent rows are only added' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER order_event_is_kept ON "OrderEvent";
CREATE TRIGGER order_event_is_kept BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION order_event_is_kept();

CREATE OR REPLACE FUNCTION parcel_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_erasing((SELECT "ownerId" FROM "Order" WHERE "id" = OLD."orderId"))
      AND (to_jsonb(NEW) - 'giftNote' - 'address' - 'pickupPoint') = (to_jsonb(OLD) - 'giftNote' - 'address' - 'pickupPoint')
      AND ((SELECT "paidAt" FROM "Order" WHERE "id" = OLD."orderId") IS NULL
        OR (NEW."pickupPoint" IS NOT DISTINCT FROM OLD."pickupPoint"
          AND (NEW."address" - 'phone') = (OLD."address" - 'phone'))) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Parcel rows are only added' USING ERRCODE = 'restrict_violation';
END $$;

-- Labels are asked of the carrier when they are printed; none is kept.
ALTER TABLE "Shipment" DROP COLUMN "labelKey";

-- What the schema says and no migration did yet.
CREATE INDEX "Payment_provider_externalPaymentId_idx" ON "Payment"("provider", "externalPaymentId");
CREATE INDEX "Payment_provider_settledAt_idx" ON "Payment"("provider", "settledAt");
CREATE INDEX "WebhookEvent_receivedAt_idx" ON "WebhookEvent"("receivedAt");

-- The staff's pages stay fast with 100,000 orders (npm run bench -- desk).
CREATE INDEX "User_createdAt_id_idx" ON "User"("createdAt", "id");
CREATE INDEX "Proof_status_createdAt_idx" ON "Proof"("status", "createdAt");
CREATE INDEX "Payment_provider_status_createdAt_idx" ON "Payment"("provider", "status", "createdAt");
CREATE INDEX "Payment_settledAt_idx" ON "Payment"("settledAt");
CREATE INDEX "Refund_createdAt_idx" ON "Refund"("createdAt");
CREATE INDEX "Shipment_parcelId_idx" ON "Shipment"("parcelId");
CREATE INDEX "Shipment_printJobId_idx" ON "Shipment"("printJobId");
CREATE INDEX "PrintJob_parcelId_idx" ON "PrintJob"("parcelId");
CREATE INDEX "PrintJob_createdAt_id_idx" ON "PrintJob"("createdAt", "id");
CREATE INDEX "WebhookEvent_provider_receivedAt_idx" ON "WebhookEvent"("provider", "receivedAt");
CREATE INDEX "WebhookEvent_outcome_idx" ON "WebhookEvent"("outcome" text_pattern_ops);
CREATE INDEX "WebhookEvent_subject_idx" ON "WebhookEvent" USING GIN ("subject" jsonb_path_ops);
CREATE INDEX "OutboxMessage_createdAt_id_idx" ON "OutboxMessage"("createdAt", "id");
CREATE INDEX "OutboxMessage_recipient_idx" ON "OutboxMessage"("recipient" text_pattern_ops);
CREATE INDEX "Order_status_paidAt_id_idx" ON "Order"("status", "paidAt", "id");
CREATE INDEX "WebhookEvent_externalId_idx" ON "WebhookEvent"("externalId" text_pattern_ops);
CREATE INDEX "WebhookEvent_type_idx" ON "WebhookEvent"("type" text_pattern_ops);
DROP INDEX "OrderItem_calendarId_idx";
CREATE INDEX "OrderItem_calendarId_orderId_idx" ON "OrderItem"("calendarId", "orderId");
CREATE INDEX "OrderEvent_waybill_kept" ON "OrderEvent"("orderId") WHERE "kind" = 'waybill_kept';

-- The outbox on staff's page: one kind of message at a time, and sorted by receiver.
CREATE INDEX "OutboxMessage_template_createdAt_id_idx" ON "OutboxMessage"("template", "createdAt", "id");
CREATE INDEX "OutboxMessage_recipient_id_idx" ON "OutboxMessage"("recipient", "id");

-- Erasing a person empties what staff wrote as the reason of a refund, in its history too. Codes of our own stay.
CREATE FUNCTION payment_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_erasing((SELECT "ownerId" FROM "Payment" WHERE "id" = OLD."paymentId"))
      AND (to_jsonb(NEW) - 'reason') = (to_jsonb(OLD) - 'reason') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'PaymentEvent rows are only added' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER payment_event_is_kept ON "PaymentEvent";
CREATE TRIGGER payment_event_is_kept BEFORE UPDATE OR DELETE ON "PaymentEvent" FOR EACH ROW EXECUTE FUNCTION payment_event_is_kept();

-- The format that a new calendar of this person starts with.
ALTER TABLE "UserSetting" ADD COLUMN "formatId" TEXT NOT NULL DEFAULT 'wall-a3-portrait';
