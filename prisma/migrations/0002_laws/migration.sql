-- What must hold whatever the code does. Prisma's schema cannot say these.

-- Identity
ALTER TABLE "User" ADD CONSTRAINT "User_email_is_normal" CHECK ("email" IS NULL OR "email" = lower("email"));
ALTER TABLE "User" ADD CONSTRAINT "User_guest_has_no_email" CHECK ("role" <> 'GUEST' OR "email" IS NULL);
ALTER TABLE "VerificationCode" ADD CONSTRAINT "VerificationCode_attempts" CHECK ("attemptsLeft" >= 0);
ALTER TABLE "UserSetting" ADD CONSTRAINT "UserSetting_weekday" CHECK ("firstWeekday" BETWEEN 1 AND 7);

-- Pictures: the same photo of one owner is one row; a ready picture is measured.
CREATE UNIQUE INDEX "Picture_owner_content_once" ON "Picture" ("ownerId", "contentHash")
  WHERE "deletedAt" IS NULL AND "status" <> 'REFUSED' AND "duplicateOfId" IS NULL;
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_ready_is_measured" CHECK (
  "status" <> 'READY' OR ("widthPx" > 0 AND "heightPx" > 0 AND "masterBytes" > 0));
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_refusal_has_reason" CHECK ("status" <> 'REFUSED' OR "refusalCode" IS NOT NULL);

-- Calendars
ALTER TABLE "Calendar" ADD CONSTRAINT "Calendar_version_positive" CHECK ("version" >= 1);
ALTER TABLE "CalendarImage" ADD CONSTRAINT "CalendarImage_place" CHECK ("pageIndex" >= -1 AND "slotIndex" >= 0);
ALTER TABLE "Proof" ADD CONSTRAINT "Proof_ready_has_file" CHECK (
  "status" <> 'READY' OR ("fileKey" IS NOT NULL AND "fileSha256" IS NOT NULL AND "fileBytes" > 0 AND "preflight" IS NOT NULL));
ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_one_kind_of_day" CHECK (("date" IS NULL) <> ("monthDay" IS NULL));

-- Money
ALTER TABLE "Price" ADD CONSTRAINT "Price_positive" CHECK ("amountMinor" > 0);
ALTER TABLE "DeliveryRate" ADD CONSTRAINT "DeliveryRate_not_negative" CHECK (
  "amountMinor" >= 0 AND "extraMinor" >= 0 AND "daysMin" >= 0 AND "daysMax" >= "daysMin" AND "taxBasisPoints" BETWEEN 0 AND 5000);
ALTER TABLE "CartItem" ADD CONSTRAINT "CartItem_quantity" CHECK ("quantity" BETWEEN 1 AND 500);
ALTER TABLE "Order" ADD CONSTRAINT "Order_total_adds_up" CHECK (
  "itemsMinor" > 0 AND "deliveryMinor" >= 0 AND "totalMinor" = "itemsMinor" + "deliveryMinor"
  AND "taxMinor" BETWEEN 0 AND "totalMinor");
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_total_adds_up" CHECK (
  "quantity" > 0 AND "unitMinor" > 0 AND "totalMinor" = "unitMinor" * "quantity");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amounts" CHECK (
  "amountMinor" > 0 AND "refundedMinor" BETWEEN 0 AND "amountMinor");
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_positive" CHECK ("amountMinor" > 0);

-- Refunds that are not failed never exceed what was paid, whoever inserts them and however often.
CREATE FUNCTION refund_within_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE paid integer; asked bigint;
BEGIN
  SELECT "amountMinor" INTO paid FROM "Payment" WHERE "id" = NEW."paymentId" AND "status" = 'PAID' FOR UPDATE;
  IF paid IS NULL THEN RAISE EXCEPTION 'refund of a payment that is not paid'; END IF;
  SELECT coalesce(sum("amountMinor"), 0) INTO asked FROM "Refund"
    WHERE "paymentId" = NEW."paymentId" AND "status" <> 'FAILED' AND "id" <> NEW."id";
  IF NEW."status" <> 'FAILED' AND asked + NEW."amountMinor" > paid THEN
    RAISE EXCEPTION 'refunds exceed the payment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_within_payment BEFORE INSERT OR UPDATE OF "amountMinor", "status" ON "Refund"
  FOR EACH ROW EXECUTE FUNCTION refund_within_payment();

-- Order states move along the table in lib/orders/order-states.ts; a test keeps both equal.
CREATE FUNCTION order_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('AWAITING_PAYMENT', 'PAID'), ('AWAITING_PAYMENT', 'CANCELLED'), ('AWAITING_PAYMENT', 'EXPIRED'),
    ('PAID', 'IN_PRODUCTION'), ('PAID', 'CANCELLED'), ('IN_PRODUCTION', 'SHIPPED'), ('SHIPPED', 'DELIVERED')) THEN
    RAISE EXCEPTION 'order may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_moves_by_table BEFORE UPDATE OF "status" ON "Order"
  FOR EACH ROW EXECUTE FUNCTION order_moves_by_table();

-- Frozen rows: what was approved and sold, and what happened, is not rewritten.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are only added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER order_item_is_frozen BEFORE UPDATE OR DELETE ON "OrderItem" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_event_is_kept BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_kept BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION proof_file_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'READY' AND (NEW."fileSha256" IS DISTINCT FROM OLD."fileSha256"
      OR NEW."document" IS DISTINCT FROM OLD."document" OR NEW."entries" IS DISTINCT FROM OLD."entries") THEN
    RAISE EXCEPTION 'a finished proof does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proof_file_is_frozen BEFORE UPDATE ON "Proof" FOR EACH ROW EXECUTE FUNCTION proof_file_is_frozen();

-- Accounts
ALTER TABLE "User" ADD CONSTRAINT "User_merged_is_guest" CHECK ("mergedIntoId" IS NULL OR "role" = 'GUEST');
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_email_is_normal" CHECK ("email" = lower("email"));
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_sends" CHECK ("sendsLeft" >= 0);
ALTER TABLE "VerificationCode" ADD CONSTRAINT "VerificationCode_belongs_to_one" CHECK (
  (("purpose" = 'RESET_PASSWORD') = ("userId" IS NOT NULL)) AND (("purpose" = 'VERIFY_EMAIL') = ("signUpId" IS NOT NULL)));
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_ends_later" CHECK ("expiresAt" > "createdAt");

-- Pictures in use
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_received_bytes" CHECK ("receivedBytes" > 0 AND "ingestAttempts" >= 0);

-- A deleted picture is placed nowhere, whoever is faster. FOR SHARE waits for a deletion that is under way.
CREATE FUNCTION placed_picture_is_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Picture" WHERE "id" = NEW."pictureId" AND "deletedAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'picture % is deleted', NEW."pictureId" USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placed_picture_is_there BEFORE INSERT OR UPDATE OF "pictureId" ON "CalendarImage"
  FOR EACH ROW EXECUTE FUNCTION placed_picture_is_there();
CREATE TRIGGER sold_picture_is_there BEFORE INSERT OR UPDATE OF "pictureId" ON "OrderItemPicture"
  FOR EACH ROW EXECUTE FUNCTION placed_picture_is_there();

-- A sold calendar never loses its pictures: as long as the order is not cancelled or expired.
CREATE FUNCTION sold_picture_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "OrderItemPicture" p
      JOIN "OrderItem" i ON i."id" = p."orderItemId"
      JOIN "Order" o ON o."id" = i."orderId"
      WHERE p."pictureId" = NEW."id" AND o."status" NOT IN ('CANCELLED', 'EXPIRED')) THEN
    RAISE EXCEPTION 'picture % is in a sold calendar', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sold_picture_stays BEFORE UPDATE OF "deletedAt" ON "Picture"
  FOR EACH ROW EXECUTE FUNCTION sold_picture_stays();

-- Orders and payments
-- Order numbers: never reused, gaps are fine.
CREATE SEQUENCE IF NOT EXISTS "order_number_seq" START 1001;

-- A quarantined payment is never fulfilled.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_quarantined_is_not_paid" CHECK ("quarantineReason" IS NULL OR "status" <> 'PAID');
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_order_has_order" CHECK ("purpose" <> 'ORDER' OR "orderId" IS NOT NULL);
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_failed_has_code" CHECK ("status" <> 'FAILED' OR "failureCode" IS NOT NULL);
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_has_tracking" CHECK (length("trackingNumber") > 0);

-- A paid payment stays paid; giving money back is a Refund.
CREATE OR REPLACE FUNCTION payment_stays_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'PAID' AND NEW."status" <> 'PAID' THEN
    RAISE EXCEPTION 'a paid payment stays paid' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_stays_paid BEFORE UPDATE OF "status" ON "Payment"
  FOR EACH ROW EXECUTE FUNCTION payment_stays_paid();
