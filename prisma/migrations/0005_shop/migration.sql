CREATE TYPE "LinkedProvider" AS ENUM ('GOOGLE', 'TELEGRAM');

CREATE TYPE "StaffDesk" AS ENUM ('SUPPORT', 'PRODUCTION', 'CONTENT', 'FINANCE');

CREATE TYPE "ExportStatus" AS ENUM ('QUEUED', 'READY', 'FAILED');

CREATE TYPE "ErasureStatus" AS ENUM ('RUNNING', 'DONE');

CREATE TYPE "ProductKind" AS ENUM ('PRINTED', 'PDF');

CREATE TYPE "PromoKind" AS ENUM ('PERCENT', 'AMOUNT', 'FREE_DELIVERY');

CREATE TYPE "CertificateStatus" AS ENUM ('AWAITING_PAYMENT', 'ACTIVE', 'VOID');

CREATE TYPE "CertificateEntryKind" AS ENUM ('ISSUE', 'REDEEM', 'RETURN', 'WITHDRAW');

CREATE TYPE "ShipmentStatus" AS ENUM ('LABELLED', 'IN_TRANSIT', 'READY_FOR_PICKUP', 'DELIVERED', 'PROBLEM', 'RETURNED', 'CANCELLED');

CREATE TYPE "PrintHouseKind" AS ENUM ('MANUAL', 'PRODIGI');

CREATE TYPE "PrintJobStatus" AS ENUM ('QUEUED', 'SUBMITTING', 'SUBMITTED', 'PRINTING', 'DONE', 'REJECTED', 'FAILED', 'CANCELLED');

CREATE TYPE "ClaimStatus" AS ENUM ('OPEN', 'REPRINT', 'REFUNDED', 'DECLINED', 'WITHDRAWN');

CREATE TYPE "ClaimKind" AS ENUM ('DAMAGED', 'MISPRINTED', 'WRONG_ITEM', 'LOST', 'OTHER');

CREATE TYPE "DisputeStatus" AS ENUM ('OPEN', 'WON', 'LOST');

CREATE TYPE "ReconciliationStatus" AS ENUM ('RUNNING', 'DONE', 'FAILED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.

ALTER TYPE "CodePurpose" ADD VALUE 'CHANGE_EMAIL';
ALTER TYPE "CodePurpose" ADD VALUE 'CHANGE_PHONE';
ALTER TYPE "CodePurpose" ADD VALUE 'CONNECT_TELEGRAM';

ALTER TABLE "User" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "phone" TEXT;

ALTER TABLE "LoginSession" ADD COLUMN     "secondFactorAt" TIMESTAMPTZ(3);

ALTER TABLE "OutboxMessage" ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "leaseUntil" TIMESTAMPTZ(3),
ADD COLUMN     "subject" TEXT,
ADD COLUMN     "userId" TEXT;

ALTER TABLE "Product" ADD COLUMN     "kind" "ProductKind" NOT NULL DEFAULT 'PRINTED',
ADD COLUMN     "lamination" TEXT NOT NULL DEFAULT 'none';

ALTER TABLE "Price" ADD COLUMN     "costMinor" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "DeliveryRate" DROP CONSTRAINT "DeliveryRate_pkey",
ADD COLUMN     "isActive" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'post',
ADD CONSTRAINT "DeliveryRate_pkey" PRIMARY KEY ("country", "method", "currency");

ALTER TABLE "Order" ADD COLUMN     "arrivesBy" DATE,
ADD COLUMN     "certificateMinor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "discountMinor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "heldReason" TEXT,
ADD COLUMN     "priceRows" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "promoCodeId" TEXT,
ADD COLUMN     "wrapMinor" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "OrderItem" ADD COLUMN     "discountMinor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "parcelId" TEXT;

ALTER TABLE "Payment" ADD COLUMN     "declineReason" TEXT,
ADD COLUMN     "feeMinor" INTEGER,
ADD COLUMN     "orphanOfId" TEXT,
ADD COLUMN     "providerStateAt" TIMESTAMPTZ(3),
ADD COLUMN     "receiptUrl" TEXT,
ADD COLUMN     "takenCurrency" TEXT,
ADD COLUMN     "takenMinor" INTEGER;

ALTER TABLE "Shipment" ADD COLUMN     "carrierStatus" TEXT,
ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "costCurrency" TEXT,
ADD COLUMN     "costMinor" INTEGER,
ADD COLUMN     "externalRef" TEXT,
ADD COLUMN     "labelKey" TEXT,
ADD COLUMN     "parcelId" TEXT,
ADD COLUMN     "printJobId" TEXT,
ADD COLUMN     "status" "ShipmentStatus" NOT NULL DEFAULT 'IN_TRANSIT';

CREATE TABLE "LinkedAccount" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "provider" "LinkedProvider" NOT NULL,
    "externalId" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "chatOpenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LinkedAccount_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SavedAddress" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "address" JSONB NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedAddress_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SecondFactor" (
    "userId" TEXT NOT NULL,
    "secretBox" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "recoveryHashes" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId")
);

CREATE TABLE "StaffRole" (
    "userId" TEXT NOT NULL,
    "desk" "StaffDesk" NOT NULL,
    "grantedBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffRole_pkey" PRIMARY KEY ("userId","desk")
);

CREATE TABLE "SavedFilter" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "desk" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Impersonation" (
    "id" TEXT NOT NULL,
    "adminId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Impersonation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DataExport" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "status" "ExportStatus" NOT NULL DEFAULT 'QUEUED',
    "fileKey" TEXT,
    "fileBytes" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataExport_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "status" "ErasureStatus" NOT NULL DEFAULT 'RUNNING',
    "steps" JSONB NOT NULL DEFAULT '[]',
    "contact" TEXT,
    "locale" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MessagePreference" (
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MessagePreference_pkey" PRIMARY KEY ("userId","kind","channel")
);

CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedById" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "PriceStep" (
    "priceId" TEXT NOT NULL,
    "fromCopies" INTEGER NOT NULL,
    "amountMinor" INTEGER NOT NULL,

    CONSTRAINT "PriceStep_pkey" PRIMARY KEY ("priceId","fromCopies")
);

CREATE TABLE "WrapPrice" (
    "currency" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "WrapPrice_pkey" PRIMARY KEY ("currency")
);

CREATE TABLE "CheckoutDraft" (
    "ownerId" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckoutDraft_pkey" PRIMARY KEY ("ownerId")
);

CREATE TABLE "PromoCode" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "PromoKind" NOT NULL,
    "basisPoints" INTEGER,
    "amounts" JSONB NOT NULL DEFAULT '{}',
    "minimums" JSONB NOT NULL DEFAULT '{}',
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "maxUses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "oncePerCustomer" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PromoCode_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PromoUse" (
    "id" TEXT NOT NULL,
    "promoCodeId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "isOnce" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PromoUse_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "GiftCertificate" (
    "id" TEXT NOT NULL,
    "status" "CertificateStatus" NOT NULL,
    "codeHash" TEXT NOT NULL,
    "codeEnd" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "balanceMinor" INTEGER NOT NULL DEFAULT 0,
    "buyerId" TEXT,
    "buyerName" TEXT NOT NULL,
    "recipientName" TEXT NOT NULL,
    "recipientEmail" TEXT,
    "message" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "deliverOn" DATE,
    "deliveredAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "paymentId" TEXT,
    "reason" TEXT,
    "issuedById" TEXT,
    "requestKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GiftCertificate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "GiftCertificateEntry" (
    "id" TEXT NOT NULL,
    "certificateId" TEXT NOT NULL,
    "kind" "CertificateEntryKind" NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "orderId" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "actorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GiftCertificateEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Parcel" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "address" JSONB NOT NULL,
    "country" TEXT NOT NULL,
    "method" TEXT NOT NULL DEFAULT 'post',
    "pickupPoint" JSONB,
    "deliveryMinor" INTEGER NOT NULL,
    "wrapMinor" INTEGER NOT NULL DEFAULT 0,
    "taxMinor" INTEGER NOT NULL,
    "taxBasisPoints" INTEGER NOT NULL,
    "isGift" BOOLEAN NOT NULL DEFAULT false,
    "giftNote" TEXT NOT NULL DEFAULT '',
    "arrivesFrom" DATE NOT NULL,
    "arrivesTo" DATE NOT NULL,

    CONSTRAINT "Parcel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ShipmentEvent" (
    "id" TEXT NOT NULL,
    "shipmentId" TEXT NOT NULL,
    "fromStatus" "ShipmentStatus",
    "toStatus" "ShipmentStatus" NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShipmentEvent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PrintHouse" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "PrintHouseKind" NOT NULL,
    "name" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrintHouse_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PrintJob" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "parcelId" TEXT NOT NULL,
    "printHouseId" TEXT NOT NULL,
    "claimId" TEXT,
    "status" "PrintJobStatus" NOT NULL DEFAULT 'QUEUED',
    "items" JSONB NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "externalId" TEXT,
    "houseStatus" TEXT,
    "reason" TEXT,
    "costMinor" INTEGER,
    "costCurrency" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrintJob_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PrintJobEvent" (
    "id" TEXT NOT NULL,
    "printJobId" TEXT NOT NULL,
    "fromStatus" "PrintJobStatus",
    "toStatus" "PrintJobStatus" NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrintJobEvent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Claim" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "status" "ClaimStatus" NOT NULL DEFAULT 'OPEN',
    "text" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "answer" TEXT,
    "refundId" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "requestKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ClaimPicture" (
    "claimId" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,

    CONSTRAINT "ClaimPicture_pkey" PRIMARY KEY ("claimId","pictureId")
);

CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "provider" "PaymentProvider" NOT NULL,
    "externalId" TEXT NOT NULL,
    "status" "DisputeStatus" NOT NULL,
    "providerStatus" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "evidenceDueAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Reconciliation" (
    "id" TEXT NOT NULL,
    "provider" "PaymentProvider" NOT NULL,
    "day" DATE NOT NULL,
    "status" "ReconciliationStatus" NOT NULL,
    "listed" INTEGER NOT NULL DEFAULT 0,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReconciliationFinding" (
    "id" TEXT NOT NULL,
    "reconciliationId" TEXT NOT NULL,
    "provider" "PaymentProvider" NOT NULL,
    "kind" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "paymentId" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,
    "note" TEXT,

    CONSTRAINT "ReconciliationFinding_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "LinkedAccount_provider_externalId_key" ON "LinkedAccount"("provider", "externalId");

CREATE UNIQUE INDEX "LinkedAccount_userId_provider_key" ON "LinkedAccount"("userId", "provider");

CREATE INDEX "SavedAddress_ownerId_idx" ON "SavedAddress"("ownerId");

CREATE UNIQUE INDEX "SavedFilter_ownerId_desk_name_key" ON "SavedFilter"("ownerId", "desk", "name");

CREATE INDEX "Impersonation_sessionId_idx" ON "Impersonation"("sessionId");

CREATE INDEX "Impersonation_userId_idx" ON "Impersonation"("userId");

CREATE INDEX "DataExport_userId_createdAt_idx" ON "DataExport"("userId", "createdAt");

CREATE UNIQUE INDEX "Erasure_number_key" ON "Erasure"("number");

CREATE UNIQUE INDEX "Erasure_keyHash_key" ON "Erasure"("keyHash");

CREATE INDEX "Erasure_status_idx" ON "Erasure"("status");

CREATE UNIQUE INDEX "PromoCode_code_key" ON "PromoCode"("code");

CREATE UNIQUE INDEX "PromoUse_orderId_key" ON "PromoUse"("orderId");

CREATE INDEX "PromoUse_promoCodeId_idx" ON "PromoUse"("promoCodeId");

CREATE INDEX "PromoUse_ownerId_idx" ON "PromoUse"("ownerId");

CREATE UNIQUE INDEX "GiftCertificate_codeHash_key" ON "GiftCertificate"("codeHash");

CREATE UNIQUE INDEX "GiftCertificate_paymentId_key" ON "GiftCertificate"("paymentId");

CREATE INDEX "GiftCertificate_status_deliverOn_idx" ON "GiftCertificate"("status", "deliverOn");

CREATE UNIQUE INDEX "GiftCertificate_buyerId_requestKey_key" ON "GiftCertificate"("buyerId", "requestKey");

CREATE UNIQUE INDEX "GiftCertificateEntry_idempotencyKey_key" ON "GiftCertificateEntry"("idempotencyKey");

CREATE INDEX "GiftCertificateEntry_certificateId_idx" ON "GiftCertificateEntry"("certificateId");

CREATE INDEX "GiftCertificateEntry_orderId_idx" ON "GiftCertificateEntry"("orderId");

CREATE UNIQUE INDEX "Parcel_orderId_position_key" ON "Parcel"("orderId", "position");

CREATE INDEX "ShipmentEvent_shipmentId_idx" ON "ShipmentEvent"("shipmentId");

CREATE UNIQUE INDEX "PrintHouse_slug_key" ON "PrintHouse"("slug");

CREATE UNIQUE INDEX "PrintJob_number_key" ON "PrintJob"("number");

CREATE UNIQUE INDEX "PrintJob_idempotencyKey_key" ON "PrintJob"("idempotencyKey");

CREATE INDEX "PrintJob_orderId_idx" ON "PrintJob"("orderId");

CREATE INDEX "PrintJob_status_createdAt_idx" ON "PrintJob"("status", "createdAt");

CREATE UNIQUE INDEX "PrintJob_printHouseId_externalId_key" ON "PrintJob"("printHouseId", "externalId");

CREATE INDEX "PrintJobEvent_printJobId_idx" ON "PrintJobEvent"("printJobId");

CREATE UNIQUE INDEX "Claim_number_key" ON "Claim"("number");

CREATE UNIQUE INDEX "Claim_refundId_key" ON "Claim"("refundId");

CREATE INDEX "Claim_orderId_idx" ON "Claim"("orderId");

CREATE INDEX "Claim_status_createdAt_idx" ON "Claim"("status", "createdAt");

CREATE UNIQUE INDEX "Claim_ownerId_requestKey_key" ON "Claim"("ownerId", "requestKey");

CREATE INDEX "ClaimPicture_pictureId_idx" ON "ClaimPicture"("pictureId");

CREATE INDEX "Dispute_paymentId_idx" ON "Dispute"("paymentId");

CREATE INDEX "Dispute_status_idx" ON "Dispute"("status");

CREATE UNIQUE INDEX "Dispute_provider_externalId_key" ON "Dispute"("provider", "externalId");

CREATE UNIQUE INDEX "Reconciliation_provider_day_key" ON "Reconciliation"("provider", "day");

CREATE INDEX "ReconciliationFinding_resolvedAt_idx" ON "ReconciliationFinding"("resolvedAt");

CREATE UNIQUE INDEX "ReconciliationFinding_provider_kind_externalId_key" ON "ReconciliationFinding"("provider", "kind", "externalId");

CREATE UNIQUE INDEX "User_phone_key" ON "User"("phone");

CREATE INDEX "OutboxMessage_status_createdAt_idx" ON "OutboxMessage"("status", "createdAt");

CREATE INDEX "OutboxMessage_userId_idx" ON "OutboxMessage"("userId");

CREATE INDEX "OutboxMessage_subject_idx" ON "OutboxMessage"("subject");

CREATE INDEX "Shipment_status_checkedAt_idx" ON "Shipment"("status", "checkedAt");

CREATE INDEX "CartItem_calendarId_idx" ON "CartItem"("calendarId");

CREATE INDEX "OrderItem_calendarId_idx" ON "OrderItem"("calendarId");

CREATE INDEX "Order_paidAt_idx" ON "Order"("paidAt");

CREATE INDEX "Calendar_createdAt_idx" ON "Calendar"("createdAt");

CREATE INDEX "AuditEvent_actorId_createdAt_idx" ON "AuditEvent"("actorId", "createdAt");

CREATE INDEX "AuditEvent_action_createdAt_idx" ON "AuditEvent"("action", "createdAt");

ALTER TABLE "LinkedAccount" ADD CONSTRAINT "LinkedAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SavedAddress" ADD CONSTRAINT "SavedAddress_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Impersonation" ADD CONSTRAINT "Impersonation_adminId_fkey" FOREIGN KEY ("adminId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Impersonation" ADD CONSTRAINT "Impersonation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DataExport" ADD CONSTRAINT "DataExport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "MessagePreference" ADD CONSTRAINT "MessagePreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PriceStep" ADD CONSTRAINT "PriceStep_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CheckoutDraft" ADD CONSTRAINT "CheckoutDraft_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromoUse" ADD CONSTRAINT "PromoUse_promoCodeId_fkey" FOREIGN KEY ("promoCodeId") REFERENCES "PromoCode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromoUse" ADD CONSTRAINT "PromoUse_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromoUse" ADD CONSTRAINT "PromoUse_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GiftCertificate" ADD CONSTRAINT "GiftCertificate_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "GiftCertificate" ADD CONSTRAINT "GiftCertificate_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "GiftCertificateEntry" ADD CONSTRAINT "GiftCertificateEntry_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "GiftCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "GiftCertificateEntry" ADD CONSTRAINT "GiftCertificateEntry_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Order" ADD CONSTRAINT "Order_promoCodeId_fkey" FOREIGN KEY ("promoCodeId") REFERENCES "PromoCode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Parcel" ADD CONSTRAINT "Parcel_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_parcelId_fkey" FOREIGN KEY ("parcelId") REFERENCES "Parcel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_parcelId_fkey" FOREIGN KEY ("parcelId") REFERENCES "Parcel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_printJobId_fkey" FOREIGN KEY ("printJobId") REFERENCES "PrintJob"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ShipmentEvent" ADD CONSTRAINT "ShipmentEvent_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PrintJob" ADD CONSTRAINT "PrintJob_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PrintJob" ADD CONSTRAINT "PrintJob_parcelId_fkey" FOREIGN KEY ("parcelId") REFERENCES "Parcel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PrintJob" ADD CONSTRAINT "PrintJob_printHouseId_fkey" FOREIGN KEY ("printHouseId") REFERENCES "PrintHouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PrintJob" ADD CONSTRAINT "PrintJob_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "PrintJobEvent" ADD CONSTRAINT "PrintJobEvent_printJobId_fkey" FOREIGN KEY ("printJobId") REFERENCES "PrintJob"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Claim" ADD CONSTRAINT "Claim_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Claim" ADD CONSTRAINT "Claim_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Claim" ADD CONSTRAINT "Claim_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ClaimPicture" ADD CONSTRAINT "ClaimPicture_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ClaimPicture" ADD CONSTRAINT "ClaimPicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReconciliationFinding" ADD CONSTRAINT "ReconciliationFinding_reconciliationId_fkey" FOREIGN KEY ("reconciliationId") REFERENCES "Reconciliation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Orders that were placed before parcels existed get the one they had. Sold items are frozen, this once excepted.
INSERT INTO "Parcel" ("id", "orderId", "position", "address", "country", "deliveryMinor", "taxMinor", "taxBasisPoints", "arrivesFrom", "arrivesTo")
  SELECT 'pcl_' || substring("id" from 5), "id", 1, "address", "country", "deliveryMinor", "taxMinor", "taxBasisPoints", "arrivesFrom", "arrivesTo" FROM "Order";
ALTER TABLE "OrderItem" DISABLE TRIGGER order_item_is_frozen;
UPDATE "OrderItem" SET "parcelId" = 'pcl_' || substring("orderId" from 5);
ALTER TABLE "OrderItem" ENABLE TRIGGER order_item_is_frozen;
-- A parcel knows its address, its days and its tax from now on.
ALTER TABLE "Order" DROP COLUMN "address", DROP COLUMN "arrivesFrom", DROP COLUMN "arrivesTo", DROP COLUMN "taxBasisPoints";
UPDATE "Shipment" SET "parcelId" = 'pcl_' || substring("orderId" from 5),
  "status" = CASE WHEN "deliveredAt" IS NULL THEN 'IN_TRANSIT'::"ShipmentStatus" ELSE 'DELIVERED'::"ShipmentStatus" END;

-- What must hold whatever the code does.

-- Numbers that people read out: never reused, gaps are fine.
CREATE SEQUENCE "print_job_number_seq" START 1001;
CREATE SEQUENCE "claim_number_seq" START 1001;

-- Price
ALTER TABLE "Price" ADD CONSTRAINT "Price_cost" CHECK ("costMinor" >= 0);
ALTER TABLE "PriceStep" ADD CONSTRAINT "PriceStep_amounts" CHECK ("fromCopies" >= 2 AND "amountMinor" > 0);
ALTER TABLE "WrapPrice" ADD CONSTRAINT "WrapPrice_amount" CHECK ("amountMinor" >= 0);
ALTER TABLE "Order" DROP CONSTRAINT "Order_total_adds_up";
ALTER TABLE "Order" ADD CONSTRAINT "Order_total_adds_up" CHECK (
  "itemsMinor" > 0 AND "deliveryMinor" >= 0 AND "wrapMinor" >= 0
  AND "discountMinor" BETWEEN 0 AND "itemsMinor" + "deliveryMinor"
  AND "totalMinor" = "itemsMinor" + "wrapMinor" + "deliveryMinor" - "discountMinor"
  AND "taxMinor" BETWEEN 0 AND "totalMinor" AND "certificateMinor" BETWEEN 0 AND "totalMinor");
ALTER TABLE "Order" ADD CONSTRAINT "Order_hold_has_reason" CHECK (("heldAt" IS NULL) = ("heldReason" IS NULL));
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_discount" CHECK ("discountMinor" BETWEEN 0 AND "totalMinor");
ALTER TABLE "Parcel" ADD CONSTRAINT "Parcel_amounts" CHECK (
  "position" >= 1 AND "deliveryMinor" >= 0 AND "wrapMinor" >= 0 AND "taxMinor" >= 0
  AND "taxBasisPoints" BETWEEN 0 AND 5000 AND "arrivesTo" >= "arrivesFrom" AND length("giftNote") <= 500);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_fee" CHECK ("feeMinor" IS NULL OR "feeMinor" BETWEEN 0 AND "amountMinor");
-- A quarantined payment is never fulfilled, but what was taken for it may be given back.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_taken_is_quarantined" CHECK (
  ("takenMinor" IS NULL) = ("takenCurrency" IS NULL)
  AND ("takenMinor" IS NULL OR ("takenMinor" > 0 AND "quarantineReason" IS NOT NULL)));
ALTER TABLE "Payment" DROP CONSTRAINT "Payment_amounts";
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amounts" CHECK (
  "amountMinor" > 0 AND "refundedMinor" BETWEEN 0 AND coalesce("takenMinor", "amountMinor"));
CREATE OR REPLACE FUNCTION refund_within_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE paid integer; asked bigint;
BEGIN
  SELECT coalesce("takenMinor", "amountMinor") INTO paid FROM "Payment"
    WHERE "id" = NEW."paymentId" AND ("status" = 'PAID' OR "takenMinor" IS NOT NULL) FOR UPDATE;
  IF paid IS NULL THEN RAISE EXCEPTION 'refund of a payment that is not paid'; END IF;
  SELECT coalesce(sum("amountMinor"), 0) INTO asked FROM "Refund"
    WHERE "paymentId" = NEW."paymentId" AND "status" <> 'FAILED' AND "id" <> NEW."id";
  IF NEW."status" <> 'FAILED' AND asked + NEW."amountMinor" > paid THEN
    RAISE EXCEPTION 'refunds exceed the payment' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- A thing that is shipped is never paid with Telegram Stars.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_telegram_is_stars" CHECK (
  (("provider" = 'TELEGRAM') = ("currency" = 'XTR')) AND ("provider" <> 'TELEGRAM' OR "purpose" = 'STARS'));

-- An order is what its parcels are, once both are written; parcels do not change after that.
CREATE FUNCTION parcels_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE found record; ordered record;
BEGIN
  SELECT * INTO ordered FROM "Order" WHERE "id" = NEW."id";
  IF ordered IS NULL THEN RETURN NULL; END IF;
  SELECT count(*) AS parcels, coalesce(sum("deliveryMinor"), 0) AS delivery, coalesce(sum("wrapMinor"), 0) AS wrap
    INTO found FROM "Parcel" WHERE "orderId" = NEW."id";
  IF found.delivery <> ordered."deliveryMinor" OR found.wrap <> ordered."wrapMinor" THEN
    RAISE EXCEPTION 'the parcels of order % do not add up', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT coalesce(sum("totalMinor"), 0) FROM "OrderItem" WHERE "orderId" = NEW."id") <> ordered."itemsMinor" THEN
    RAISE EXCEPTION 'the items of order % do not add up', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER parcels_add_up AFTER INSERT ON "Order" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION parcels_add_up();
CREATE TRIGGER parcel_is_frozen BEFORE UPDATE OR DELETE ON "Parcel" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Promo codes
ALTER TABLE "PromoCode" ADD CONSTRAINT "PromoCode_code" CHECK ("code" ~ '^[A-Z0-9]{3,24}$');
ALTER TABLE "PromoCode" ADD CONSTRAINT "PromoCode_uses" CHECK (
  "uses" >= 0 AND ("maxUses" IS NULL OR ("maxUses" > 0 AND "uses" <= "maxUses")));
ALTER TABLE "PromoCode" ADD CONSTRAINT "PromoCode_percent" CHECK (
  ("kind" = 'PERCENT') = ("basisPoints" IS NOT NULL) AND ("basisPoints" IS NULL OR "basisPoints" BETWEEN 1 AND 10000));
CREATE UNIQUE INDEX "PromoUse_once_per_person" ON "PromoUse" ("promoCodeId", "ownerId") WHERE "isOnce" AND "releasedAt" IS NULL;
CREATE UNIQUE INDEX "PromoUse_once_per_address" ON "PromoUse" ("promoCodeId", "emailHash") WHERE "isOnce" AND "releasedAt" IS NULL;

-- Gift certificates: the balance is what the rows say, never below zero, and only the trigger writes it.
ALTER TABLE "GiftCertificate" ADD CONSTRAINT "GiftCertificate_amounts" CHECK (
  "amountMinor" > 0 AND "balanceMinor" BETWEEN 0 AND "amountMinor" AND length("message") <= 500);
ALTER TABLE "GiftCertificateEntry" ADD CONSTRAINT "GiftCertificateEntry_direction" CHECK (
  CASE WHEN "kind" IN ('ISSUE', 'RETURN') THEN "amountMinor" > 0 ELSE "amountMinor" < 0 END
  AND (("kind" IN ('REDEEM', 'RETURN')) = ("orderId" IS NOT NULL)));
CREATE UNIQUE INDEX "GiftCertificateEntry_issued_once" ON "GiftCertificateEntry" ("certificateId") WHERE "kind" = 'ISSUE';
CREATE FUNCTION certificate_entry_is_applied() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE spent bigint; returned bigint;
BEGIN
  PERFORM 1 FROM "GiftCertificate" WHERE "id" = NEW."certificateId" FOR UPDATE;
  IF NEW."kind" = 'RETURN' THEN
    SELECT coalesce(-sum("amountMinor") FILTER (WHERE "kind" = 'REDEEM'), 0), coalesce(sum("amountMinor") FILTER (WHERE "kind" = 'RETURN'), 0)
      INTO spent, returned FROM "GiftCertificateEntry" WHERE "certificateId" = NEW."certificateId" AND "orderId" = NEW."orderId";
    IF returned + NEW."amountMinor" > spent THEN
      RAISE EXCEPTION 'more comes back to the certificate than the order took' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  PERFORM set_config('twelvefold.certificate', NEW."certificateId", true);
  UPDATE "GiftCertificate" SET "balanceMinor" = "balanceMinor" + NEW."amountMinor" WHERE "id" = NEW."certificateId";
  PERFORM set_config('twelvefold.certificate', '', true);
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_entry_is_applied BEFORE INSERT ON "GiftCertificateEntry"
  FOR EACH ROW EXECUTE FUNCTION certificate_entry_is_applied();
CREATE TRIGGER certificate_entry_is_kept BEFORE UPDATE OR DELETE ON "GiftCertificateEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION certificate_follows_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."balanceMinor" <> 0 THEN RAISE EXCEPTION 'a certificate starts empty' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
  END IF;
  IF NEW."balanceMinor" <> OLD."balanceMinor"
      AND coalesce(current_setting('twelvefold.certificate', true), '') <> NEW."id" THEN
    RAISE EXCEPTION 'a certificate is what its rows add up to' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."amountMinor" <> OLD."amountMinor" OR NEW."currency" <> OLD."currency" THEN
    RAISE EXCEPTION 'the worth of a certificate does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_follows_rows BEFORE INSERT OR UPDATE ON "GiftCertificate"
  FOR EACH ROW EXECUTE FUNCTION certificate_follows_rows();

-- States move along the tables of the code; tests keep both equal.
-- Orders: files need no parcel, staff may end what a print house refuses, carriers and houses report by themselves.
CREATE OR REPLACE FUNCTION order_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('AWAITING_PAYMENT', 'PAID'), ('AWAITING_PAYMENT', 'CANCELLED'), ('AWAITING_PAYMENT', 'EXPIRED'),
    ('PAID', 'IN_PRODUCTION'), ('PAID', 'CANCELLED'), ('PAID', 'DELIVERED'),
    ('IN_PRODUCTION', 'SHIPPED'), ('IN_PRODUCTION', 'CANCELLED'), ('SHIPPED', 'DELIVERED')) THEN
    RAISE EXCEPTION 'order may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."status" = 'IN_PRODUCTION' AND OLD."status" = 'PAID' AND NEW."heldAt" IS NOT NULL THEN
    RAISE EXCEPTION 'order % is held back', NEW."id" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION print_job_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('QUEUED', 'SUBMITTING'), ('QUEUED', 'CANCELLED'),
    ('SUBMITTING', 'SUBMITTED'), ('SUBMITTING', 'REJECTED'), ('SUBMITTING', 'FAILED'),
    ('SUBMITTED', 'PRINTING'), ('SUBMITTED', 'DONE'), ('SUBMITTED', 'REJECTED'), ('SUBMITTED', 'FAILED'), ('SUBMITTED', 'CANCELLED'),
    ('PRINTING', 'DONE'), ('PRINTING', 'REJECTED'), ('PRINTING', 'FAILED'), ('PRINTING', 'CANCELLED')) THEN
    RAISE EXCEPTION 'print job may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER print_job_moves_by_table BEFORE UPDATE OF "status" ON "PrintJob"
  FOR EACH ROW EXECUTE FUNCTION print_job_moves_by_table();
CREATE TRIGGER print_job_event_is_kept BEFORE UPDATE OR DELETE ON "PrintJobEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- One original hand-off of a parcel at a time; reprints belong to their claim.
CREATE UNIQUE INDEX "PrintJob_parcel_once" ON "PrintJob" ("parcelId")
  WHERE "claimId" IS NULL AND "status" NOT IN ('REJECTED', 'FAILED', 'CANCELLED');
CREATE UNIQUE INDEX "PrintJob_claim_once" ON "PrintJob" ("claimId", "parcelId")
  WHERE "claimId" IS NOT NULL AND "status" NOT IN ('REJECTED', 'FAILED', 'CANCELLED');
ALTER TABLE "PrintJob" ADD CONSTRAINT "PrintJob_cost" CHECK (("costMinor" IS NULL) = ("costCurrency" IS NULL) AND coalesce("costMinor", 0) >= 0);

CREATE FUNCTION shipment_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('LABELLED', 'IN_TRANSIT'), ('LABELLED', 'READY_FOR_PICKUP'), ('LABELLED', 'DELIVERED'), ('LABELLED', 'PROBLEM'), ('LABELLED', 'CANCELLED'),
    ('IN_TRANSIT', 'READY_FOR_PICKUP'), ('IN_TRANSIT', 'DELIVERED'), ('IN_TRANSIT', 'PROBLEM'), ('IN_TRANSIT', 'RETURNED'),
    ('READY_FOR_PICKUP', 'IN_TRANSIT'), ('READY_FOR_PICKUP', 'DELIVERED'), ('READY_FOR_PICKUP', 'PROBLEM'), ('READY_FOR_PICKUP', 'RETURNED'),
    ('PROBLEM', 'IN_TRANSIT'), ('PROBLEM', 'READY_FOR_PICKUP'), ('PROBLEM', 'DELIVERED'), ('PROBLEM', 'RETURNED')) THEN
    RAISE EXCEPTION 'shipment may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shipment_moves_by_table BEFORE UPDATE OF "status" ON "Shipment"
  FOR EACH ROW EXECUTE FUNCTION shipment_moves_by_table();
CREATE TRIGGER shipment_event_is_kept BEFORE UPDATE OR DELETE ON "ShipmentEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A waybill has no number while the carrier was asked and has not answered.
ALTER TABLE "Shipment" DROP CONSTRAINT "Shipment_has_tracking";
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_has_tracking" CHECK (
  length("trackingNumber") <= 60 AND ("trackingNumber" <> '' OR "status" IN ('LABELLED', 'CANCELLED')));
-- A parcel has one waybill at a time that waits for it: asked for twice, it is one.
CREATE UNIQUE INDEX "Shipment_one_waiting" ON "Shipment" ("parcelId") WHERE "status" = 'LABELLED';
ALTER TABLE "Shipment" ADD CONSTRAINT "Shipment_cost" CHECK (("costMinor" IS NULL) = ("costCurrency" IS NULL) AND coalesce("costMinor", 0) >= 0);

CREATE FUNCTION claim_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND OLD."status" <> 'OPEN' THEN
    RAISE EXCEPTION 'claim may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_moves_by_table BEFORE UPDATE OF "status" ON "Claim" FOR EACH ROW EXECUTE FUNCTION claim_moves_by_table();
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_text" CHECK (length("text") BETWEEN 1 AND 4000);
CREATE TRIGGER claim_picture_is_there BEFORE INSERT OR UPDATE OF "pictureId" ON "ClaimPicture"
  FOR EACH ROW EXECUTE FUNCTION placed_picture_is_there();
-- One thing after the other: an order has one open claim at most, and its photos stay while it is open.
CREATE UNIQUE INDEX "Claim_one_open" ON "Claim" ("orderId") WHERE "status" = 'OPEN';
CREATE FUNCTION claim_picture_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "ClaimPicture" p JOIN "Claim" c ON c."id" = p."claimId"
      WHERE p."pictureId" = NEW."id" AND c."status" = 'OPEN') THEN
    RAISE EXCEPTION 'picture % is in an open claim', NEW."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_picture_stays BEFORE UPDATE OF "deletedAt" ON "Picture"
  FOR EACH ROW EXECUTE FUNCTION claim_picture_stays();

-- Payments: open attempts end, ended ones may still turn out to be paid, paid stays paid.
CREATE FUNCTION payment_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('CREATED', 'PENDING'), ('CREATED', 'PAID'), ('CREATED', 'FAILED'), ('CREATED', 'EXPIRED'), ('CREATED', 'CANCELLED'),
    ('PENDING', 'PAID'), ('PENDING', 'FAILED'), ('PENDING', 'EXPIRED'), ('PENDING', 'CANCELLED'),
    ('FAILED', 'PAID'), ('EXPIRED', 'PAID'), ('CANCELLED', 'PAID')) AND OLD."status" <> 'PAID' THEN
    RAISE EXCEPTION 'payment may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_moves_by_table BEFORE UPDATE OF "status" ON "Payment" FOR EACH ROW EXECUTE FUNCTION payment_moves_by_table();

ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_amount" CHECK ("amountMinor" > 0);
ALTER TABLE "Reconciliation" ADD CONSTRAINT "Reconciliation_counts" CHECK ("listed" >= 0 AND "matched" BETWEEN 0 AND "listed");

-- People
CREATE SEQUENCE "erasure_number_seq" START 1001;
ALTER TABLE "VerificationCode" DROP CONSTRAINT "VerificationCode_belongs_to_one";
ALTER TABLE "VerificationCode" ADD CONSTRAINT "VerificationCode_belongs_to_one" CHECK (
  (("purpose"::text <> 'VERIFY_EMAIL') = ("userId" IS NOT NULL)) AND (("purpose"::text = 'VERIFY_EMAIL') = ("signUpId" IS NOT NULL)));
ALTER TABLE "User" ADD CONSTRAINT "User_phone_is_normal" CHECK ("phone" IS NULL OR "phone" ~ '^[+][0-9]{8,15}$');
ALTER TABLE "User" ADD CONSTRAINT "User_erased_is_nobody" CHECK (
  "erasedAt" IS NULL OR ("email" IS NULL AND "phone" IS NULL AND "name" IS NULL AND "passwordHash" IS NULL AND "blockedAt" IS NOT NULL));
ALTER TABLE "Impersonation" ADD CONSTRAINT "Impersonation_ends" CHECK ("endsAt" > "startedAt" AND length("reason") > 0 AND "adminId" <> "userId");
CREATE UNIQUE INDEX "SavedAddress_one_default" ON "SavedAddress" ("ownerId") WHERE "isDefault";
ALTER TABLE "MessagePreference" ADD CONSTRAINT "MessagePreference_channel" CHECK ("channel" IN ('MAIL', 'SMS', 'TELEGRAM'));

-- Erasing a person empties what they wrote, also where rows are frozen otherwise. Only in a transaction that names the
-- person in twelvefold.erasing, only theirs, and only these columns; amounts, counts and states stay as they were.
CREATE FUNCTION is_erasing(person text) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('twelvefold.erasing', true), '') = person $$;

CREATE FUNCTION order_item_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_erasing((SELECT "ownerId" FROM "Order" WHERE "id" = OLD."orderId"))
      AND (to_jsonb(NEW) - 'title' - 'document' - 'preflight') = (to_jsonb(OLD) - 'title' - 'document' - 'preflight') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'OrderItem rows are only added' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER order_item_is_frozen ON "OrderItem";
CREATE TRIGGER order_item_is_frozen BEFORE UPDATE OR DELETE ON "OrderItem" FOR EACH ROW EXECUTE FUNCTION order_item_is_frozen();

CREATE FUNCTION parcel_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_erasing((SELECT "ownerId" FROM "Order" WHERE "id" = OLD."orderId"))
      AND (to_jsonb(NEW) - 'giftNote') = (to_jsonb(OLD) - 'giftNote') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Parcel rows are only added' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER parcel_is_frozen ON "Parcel";
CREATE TRIGGER parcel_is_frozen BEFORE UPDATE OR DELETE ON "Parcel" FOR EACH ROW EXECUTE FUNCTION parcel_is_frozen();

CREATE OR REPLACE FUNCTION proof_file_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'READY' AND (NEW."fileSha256" IS DISTINCT FROM OLD."fileSha256"
      OR NEW."document" IS DISTINCT FROM OLD."document" OR NEW."entries" IS DISTINCT FROM OLD."entries")
      AND NOT is_erasing((SELECT "ownerId" FROM "Calendar" WHERE "id" = OLD."calendarId")) THEN
    RAISE EXCEPTION 'a finished proof does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- The order board. It sorts by the first arrival, which the parcels hold, and searches by beginnings: of number, address
-- and tracking number, and of the words of a recipient's name. An index of its own for each, none of them an extension's.
CREATE FUNCTION order_arrives_by() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Order" SET "arrivesBy" = least("arrivesBy", NEW."arrivesTo") WHERE "id" = NEW."orderId";
  RETURN NULL;
END $$;
CREATE TRIGGER order_arrives_by AFTER INSERT ON "Parcel" FOR EACH ROW EXECUTE FUNCTION order_arrives_by();
UPDATE "Order" o SET "arrivesBy" = (SELECT min(p."arrivesTo") FROM "Parcel" p WHERE p."orderId" = o."id");
CREATE INDEX "Order_placedAt_id_idx" ON "Order"("placedAt", "id");
CREATE INDEX "Order_country_placedAt_idx" ON "Order"("country", "placedAt");
CREATE INDEX "Order_currency_placedAt_idx" ON "Order"("currency", "placedAt");
CREATE INDEX "Order_totalMinor_id_idx" ON "Order"("totalMinor", "id");
CREATE INDEX "Order_arrivesBy_id_idx" ON "Order"("arrivesBy", "id");
CREATE INDEX "Order_arrivesBy_late_idx" ON "Order"("arrivesBy" DESC NULLS LAST, "id" DESC);
CREATE INDEX "Order_heldAt_idx" ON "Order"("heldAt");
CREATE INDEX "Order_number_begins" ON "Order" (lower("number") text_pattern_ops);
CREATE INDEX "Order_email_begins" ON "Order" (lower("contactEmail") text_pattern_ops);
CREATE INDEX "Shipment_tracking_begins" ON "Shipment" (lower("trackingNumber") text_pattern_ops) WHERE "trackingNumber" <> '';
CREATE FUNCTION recipient_words(address jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT to_tsvector('pg_catalog.simple', translate(address->>'recipient', '’ʼ''`/.,@_-', '          ')) $$;
CREATE INDEX "Parcel_recipient_words" ON "Parcel" USING gin (recipient_words("address"));
CREATE INDEX "Payment_in_review" ON "Payment" ("orderId") WHERE "quarantineReason" IS NOT NULL;

-- Staff of before may go on with what they did.
INSERT INTO "StaffRole" ("userId", "desk")
  SELECT u."id", d."desk" FROM "User" u CROSS JOIN unnest(ARRAY['SUPPORT', 'PRODUCTION', 'CONTENT', 'FINANCE']::"StaffDesk"[]) AS d("desk")
  WHERE u."role" = 'STAFF';
