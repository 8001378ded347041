CREATE TYPE "StarEntry" AS ENUM ('CREDIT', 'DEBIT', 'HOLD', 'SETTLE', 'RELEASE');

CREATE TYPE "StarTransactionType" AS ENUM ('PURCHASE', 'GENERATION', 'TRAINING', 'UPSCALE', 'STAGING', 'REFUND', 'ADMIN_GRANT', 'BONUS', 'EARNING');

CREATE TYPE "BaseModelType" AS ENUM ('FLUX', 'FLUX_FAST', 'FLUX_PORTRAIT', 'UPSCALER');

CREATE TYPE "LoraType" AS ENUM ('PORTRAIT', 'STYLE');

CREATE TYPE "LoraStatus" AS ENUM ('DRAFT', 'TRAINING', 'READY', 'FAILED');

CREATE TYPE "WorkStatus" AS ENUM ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED');

CREATE TYPE "ModelRequestKind" AS ENUM ('TRAINING', 'GENERATION', 'UPSCALE');

CREATE TYPE "ModelRequestStatus" AS ENUM ('QUEUED', 'SUBMITTING', 'SUBMITTED', 'COMPLETED', 'FAILED', 'CANCELLED');

CREATE TYPE "JobKind" AS ENUM ('MONTH_SET', 'PROMPT');

CREATE TYPE "JobStatus" AS ENUM ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED');

CREATE TYPE "GenerationPurpose" AS ENUM ('CUSTOMER', 'PREVIEW', 'PROMPT_TEST');

CREATE TABLE "StarAccount" (
    "userId" TEXT NOT NULL,
    "balance" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "rowCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StarAccount_pkey" PRIMARY KEY ("userId")
);

CREATE TABLE "StarTransaction" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "entry" "StarEntry" NOT NULL,
    "type" "StarTransactionType" NOT NULL,
    "amount" INTEGER NOT NULL,
    "balanceAfter" INTEGER NOT NULL DEFAULT 0,
    "heldAfter" INTEGER NOT NULL DEFAULT 0,
    "holdId" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "subjectId" TEXT,
    "reason" TEXT,
    "actorId" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StarTransaction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StarPack" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StarPack_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StarPackPrice" (
    "packId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,

    CONSTRAINT "StarPackPrice_pkey" PRIMARY KEY ("packId","currency")
);

CREATE TABLE "StarPurchase" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "refundedStars" INTEGER NOT NULL DEFAULT 0,
    "paymentId" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StarPurchase_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StarBonus" (
    "code" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "StarBonus_pkey" PRIMARY KEY ("code")
);

CREATE TABLE "StarCheck" (
    "id" TEXT NOT NULL,
    "accounts" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "violations" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StarCheck_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BaseModel" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "type" "BaseModelType" NOT NULL,
    "endpoint" TEXT NOT NULL,
    "family" TEXT NOT NULL DEFAULT '',
    "priceStars" INTEGER NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BaseModel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Category" (
    "id" TEXT NOT NULL,
    "type" "LoraType" NOT NULL,
    "needsGuardian" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "names" JSONB NOT NULL,
    "words" JSONB NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "LoraModel" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "type" "LoraType" NOT NULL,
    "categoryId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "triggerWord" TEXT NOT NULL,
    "status" "LoraStatus" NOT NULL DEFAULT 'DRAFT',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "starsRequired" INTEGER NOT NULL DEFAULT 0,
    "description" TEXT NOT NULL DEFAULT '',
    "photos" JSONB NOT NULL DEFAULT '[]',
    "family" TEXT NOT NULL DEFAULT 'flux-1',
    "weightsKey" TEXT,
    "weightsBytes" INTEGER,
    "weightsSha256" TEXT,
    "previewPictureId" TEXT,
    "consentId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LoraModel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Training" (
    "id" TEXT NOT NULL,
    "loraModelId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "baseModelId" TEXT NOT NULL,
    "status" "WorkStatus" NOT NULL DEFAULT 'QUEUED',
    "instancePrompt" TEXT NOT NULL,
    "classPrompt" TEXT,
    "steps" INTEGER NOT NULL,
    "learningRate" DOUBLE PRECISION,
    "starsSpent" INTEGER NOT NULL,
    "holdId" TEXT,
    "archiveKey" TEXT,
    "errorCode" TEXT,
    "requestKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Training_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TrainingPicture" (
    "trainingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "pictureId" TEXT NOT NULL,

    CONSTRAINT "TrainingPicture_pkey" PRIMARY KEY ("trainingId","position")
);

CREATE TABLE "ModelRequest" (
    "id" TEXT NOT NULL,
    "kind" "ModelRequestKind" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "endpoint" TEXT NOT NULL,
    "status" "ModelRequestStatus" NOT NULL DEFAULT 'QUEUED',
    "requestId" TEXT,
    "providerStatus" TEXT,
    "queuePosition" INTEGER,
    "input" JSONB NOT NULL DEFAULT '{}',
    "output" JSONB,
    "errorType" TEXT,
    "errorDetail" TEXT,
    "deadlineAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ModelRequest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "kind" "JobKind" NOT NULL,
    "status" "JobStatus" NOT NULL DEFAULT 'RUNNING',
    "themeId" TEXT,
    "loraModelId" TEXT,
    "baseModelId" TEXT NOT NULL,
    "candidates" INTEGER NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "starsTotal" INTEGER NOT NULL,
    "requestKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "JobTask" (
    "id" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "month" INTEGER,
    "status" "WorkStatus" NOT NULL DEFAULT 'QUEUED',
    "chosenGenerationId" TEXT,

    CONSTRAINT "JobTask_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Generation" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "purpose" "GenerationPurpose" NOT NULL,
    "status" "WorkStatus" NOT NULL DEFAULT 'QUEUED',
    "jobId" TEXT,
    "jobTaskId" TEXT,
    "trainingId" TEXT,
    "promptId" TEXT,
    "promptVersion" INTEGER,
    "prompt" TEXT NOT NULL,
    "negativePrompt" TEXT,
    "baseModelId" TEXT NOT NULL,
    "loraModelId" TEXT,
    "loras" JSONB NOT NULL DEFAULT '[]',
    "widthPx" INTEGER NOT NULL,
    "heightPx" INTEGER NOT NULL,
    "steps" INTEGER NOT NULL,
    "guidance" DOUBLE PRECISION NOT NULL,
    "seed" BIGINT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "stars" INTEGER NOT NULL,
    "holdId" TEXT,
    "errorCode" TEXT,
    "pictureId" TEXT,
    "parentId" TEXT,
    "isFavourite" BOOLEAN NOT NULL DEFAULT false,
    "pickedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Upscale" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,
    "baseModelId" TEXT NOT NULL,
    "status" "WorkStatus" NOT NULL DEFAULT 'QUEUED',
    "factor" DOUBLE PRECISION NOT NULL,
    "fromWidthPx" INTEGER NOT NULL,
    "fromHeightPx" INTEGER NOT NULL,
    "toWidthPx" INTEGER,
    "toHeightPx" INTEGER,
    "stars" INTEGER NOT NULL,
    "holdId" TEXT,
    "errorCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Upscale_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PromptTheme" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "PublishStatus" NOT NULL DEFAULT 'DRAFT',
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL,
    "styleText" TEXT NOT NULL DEFAULT '',
    "negativePrompt" TEXT NOT NULL DEFAULT '',
    "defaults" JSONB NOT NULL DEFAULT '{}',
    "categoryIds" JSONB NOT NULL DEFAULT '[]',
    "coverPath" TEXT,
    "coverPictureId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PromptTheme_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Prompt" (
    "id" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "negativePrompt" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PromptSeed" (
    "id" TEXT NOT NULL,
    "promptId" TEXT NOT NULL,
    "baseModelId" TEXT NOT NULL,
    "seed" BIGINT NOT NULL,
    "promptVersion" INTEGER NOT NULL,
    "generationId" TEXT,
    "keptById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PromptSeed_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PromptThemeVersion" (
    "id" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "actorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PromptThemeVersion_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "StarTransaction_holdId_key" ON "StarTransaction"("holdId");

CREATE UNIQUE INDEX "StarTransaction_idempotencyKey_key" ON "StarTransaction"("idempotencyKey");

CREATE INDEX "StarTransaction_subjectId_idx" ON "StarTransaction"("subjectId");

CREATE INDEX "StarTransaction_entry_expiresAt_idx" ON "StarTransaction"("entry", "expiresAt");

CREATE UNIQUE INDEX "StarTransaction_userId_position_key" ON "StarTransaction"("userId", "position");

CREATE UNIQUE INDEX "StarPack_slug_key" ON "StarPack"("slug");

CREATE UNIQUE INDEX "StarPurchase_paymentId_key" ON "StarPurchase"("paymentId");

CREATE INDEX "StarPurchase_ownerId_createdAt_idx" ON "StarPurchase"("ownerId", "createdAt");

CREATE UNIQUE INDEX "StarPurchase_ownerId_requestKey_key" ON "StarPurchase"("ownerId", "requestKey");

CREATE INDEX "StarCheck_createdAt_idx" ON "StarCheck"("createdAt");

CREATE UNIQUE INDEX "BaseModel_slug_key" ON "BaseModel"("slug");

CREATE UNIQUE INDEX "LoraModel_triggerWord_key" ON "LoraModel"("triggerWord");

CREATE INDEX "LoraModel_ownerId_createdAt_idx" ON "LoraModel"("ownerId", "createdAt");

CREATE UNIQUE INDEX "Training_holdId_key" ON "Training"("holdId");

CREATE INDEX "Training_loraModelId_createdAt_idx" ON "Training"("loraModelId", "createdAt");

CREATE INDEX "Training_status_createdAt_idx" ON "Training"("status", "createdAt");

CREATE UNIQUE INDEX "Training_ownerId_requestKey_key" ON "Training"("ownerId", "requestKey");

CREATE INDEX "TrainingPicture_pictureId_idx" ON "TrainingPicture"("pictureId");

CREATE UNIQUE INDEX "TrainingPicture_trainingId_pictureId_key" ON "TrainingPicture"("trainingId", "pictureId");

CREATE UNIQUE INDEX "ModelRequest_requestId_key" ON "ModelRequest"("requestId");

CREATE INDEX "ModelRequest_status_createdAt_idx" ON "ModelRequest"("status", "createdAt");

CREATE UNIQUE INDEX "ModelRequest_kind_subjectId_attempt_key" ON "ModelRequest"("kind", "subjectId", "attempt");

CREATE INDEX "Job_ownerId_createdAt_idx" ON "Job"("ownerId", "createdAt");

CREATE INDEX "Job_status_createdAt_idx" ON "Job"("status", "createdAt");

CREATE UNIQUE INDEX "Job_ownerId_requestKey_key" ON "Job"("ownerId", "requestKey");

CREATE UNIQUE INDEX "JobTask_chosenGenerationId_key" ON "JobTask"("chosenGenerationId");

CREATE UNIQUE INDEX "JobTask_jobId_position_key" ON "JobTask"("jobId", "position");

CREATE UNIQUE INDEX "Generation_holdId_key" ON "Generation"("holdId");

CREATE UNIQUE INDEX "Generation_pictureId_key" ON "Generation"("pictureId");

CREATE INDEX "Generation_ownerId_createdAt_idx" ON "Generation"("ownerId", "createdAt");

CREATE INDEX "Generation_jobId_idx" ON "Generation"("jobId");

CREATE INDEX "Generation_jobTaskId_idx" ON "Generation"("jobTaskId");

CREATE INDEX "Generation_promptId_idx" ON "Generation"("promptId");

CREATE INDEX "Generation_trainingId_idx" ON "Generation"("trainingId");

CREATE INDEX "Generation_loraModelId_idx" ON "Generation"("loraModelId");

CREATE INDEX "Generation_parentId_idx" ON "Generation"("parentId");

CREATE INDEX "Generation_loras_idx" ON "Generation" USING GIN ("loras" jsonb_path_ops);

CREATE INDEX "Generation_status_createdAt_idx" ON "Generation"("status", "createdAt");

CREATE UNIQUE INDEX "Upscale_holdId_key" ON "Upscale"("holdId");

CREATE INDEX "Upscale_ownerId_createdAt_idx" ON "Upscale"("ownerId", "createdAt");

CREATE INDEX "Upscale_pictureId_idx" ON "Upscale"("pictureId");

CREATE INDEX "Upscale_status_createdAt_idx" ON "Upscale"("status", "createdAt");

CREATE UNIQUE INDEX "PromptTheme_slug_key" ON "PromptTheme"("slug");

CREATE UNIQUE INDEX "Prompt_themeId_month_key" ON "Prompt"("themeId", "month");

CREATE UNIQUE INDEX "PromptSeed_promptId_baseModelId_seed_key" ON "PromptSeed"("promptId", "baseModelId", "seed");

CREATE UNIQUE INDEX "PromptThemeVersion_themeId_version_key" ON "PromptThemeVersion"("themeId", "version");

ALTER TABLE "StarAccount" ADD CONSTRAINT "StarAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StarTransaction" ADD CONSTRAINT "StarTransaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "StarAccount"("userId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StarTransaction" ADD CONSTRAINT "StarTransaction_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "StarTransaction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "StarPackPrice" ADD CONSTRAINT "StarPackPrice_packId_fkey" FOREIGN KEY ("packId") REFERENCES "StarPack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StarPurchase" ADD CONSTRAINT "StarPurchase_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StarPurchase" ADD CONSTRAINT "StarPurchase_packId_fkey" FOREIGN KEY ("packId") REFERENCES "StarPack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "StarPurchase" ADD CONSTRAINT "StarPurchase_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_previewPictureId_fkey" FOREIGN KEY ("previewPictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Training" ADD CONSTRAINT "Training_loraModelId_fkey" FOREIGN KEY ("loraModelId") REFERENCES "LoraModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Training" ADD CONSTRAINT "Training_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Training" ADD CONSTRAINT "Training_baseModelId_fkey" FOREIGN KEY ("baseModelId") REFERENCES "BaseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "TrainingPicture" ADD CONSTRAINT "TrainingPicture_trainingId_fkey" FOREIGN KEY ("trainingId") REFERENCES "Training"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TrainingPicture" ADD CONSTRAINT "TrainingPicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Job" ADD CONSTRAINT "Job_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Job" ADD CONSTRAINT "Job_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "PromptTheme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Job" ADD CONSTRAINT "Job_loraModelId_fkey" FOREIGN KEY ("loraModelId") REFERENCES "LoraModel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Job" ADD CONSTRAINT "Job_baseModelId_fkey" FOREIGN KEY ("baseModelId") REFERENCES "BaseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "JobTask" ADD CONSTRAINT "JobTask_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "JobTask" ADD CONSTRAINT "JobTask_chosenGenerationId_fkey" FOREIGN KEY ("chosenGenerationId") REFERENCES "Generation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_jobTaskId_fkey" FOREIGN KEY ("jobTaskId") REFERENCES "JobTask"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_trainingId_fkey" FOREIGN KEY ("trainingId") REFERENCES "Training"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_baseModelId_fkey" FOREIGN KEY ("baseModelId") REFERENCES "BaseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_loraModelId_fkey" FOREIGN KEY ("loraModelId") REFERENCES "LoraModel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Generation" ADD CONSTRAINT "Generation_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Generation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Upscale" ADD CONSTRAINT "Upscale_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Upscale" ADD CONSTRAINT "Upscale_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Upscale" ADD CONSTRAINT "Upscale_baseModelId_fkey" FOREIGN KEY ("baseModelId") REFERENCES "BaseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromptTheme" ADD CONSTRAINT "PromptTheme_coverPictureId_fkey" FOREIGN KEY ("coverPictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "PromptTheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromptSeed" ADD CONSTRAINT "PromptSeed_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PromptSeed" ADD CONSTRAINT "PromptSeed_baseModelId_fkey" FOREIGN KEY ("baseModelId") REFERENCES "BaseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PromptSeed" ADD CONSTRAINT "PromptSeed_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "PromptThemeVersion" ADD CONSTRAINT "PromptThemeVersion_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "PromptTheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Stars: the rows are the truth, the account is their sum, and neither can be had without the other.
ALTER TABLE "StarAccount" ADD CONSTRAINT "StarAccount_balance_not_negative" CHECK ("balance" >= 0);
ALTER TABLE "StarAccount" ADD CONSTRAINT "StarAccount_held_not_negative" CHECK ("held" >= 0);
ALTER TABLE "StarPack" ADD CONSTRAINT "StarPack_positive" CHECK ("stars" > 0);
ALTER TABLE "StarPackPrice" ADD CONSTRAINT "StarPackPrice_positive" CHECK ("amountMinor" > 0);
ALTER TABLE "StarPurchase" ADD CONSTRAINT "StarPurchase_amounts" CHECK (
  "stars" > 0 AND "amountMinor" > 0 AND "refundedStars" BETWEEN 0 AND "stars");
ALTER TABLE "StarBonus" ADD CONSTRAINT "StarBonus_not_negative" CHECK ("stars" >= 0);

CREATE FUNCTION star_row_is_applied() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  account "StarAccount"%ROWTYPE;
  closed "StarTransaction"%ROWTYPE;
  held_change integer := 0;
BEGIN
  INSERT INTO "StarAccount" ("userId") VALUES (NEW."userId") ON CONFLICT DO NOTHING;
  -- Rows of one account take effect one after the other.
  SELECT * INTO account FROM "StarAccount" WHERE "userId" = NEW."userId" FOR UPDATE;
  -- A repetition is refused by its unique key a moment later and must not count before.
  IF EXISTS (SELECT 1 FROM "StarTransaction" WHERE "idempotencyKey" = NEW."idempotencyKey") THEN RETURN NEW; END IF;

  IF (NEW."entry" IN ('SETTLE', 'RELEASE')) <> (NEW."holdId" IS NOT NULL) THEN
    RAISE EXCEPTION 'only a settle or release names a hold' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."entry" = 'HOLD' THEN
    IF NEW."amount" >= 0 OR NEW."expiresAt" IS NULL THEN
      RAISE EXCEPTION 'a hold takes stars and expires' USING ERRCODE = 'check_violation';
    END IF;
    held_change := -NEW."amount";
  ELSIF NEW."entry" = 'CREDIT' THEN
    IF NEW."amount" <= 0 THEN RAISE EXCEPTION 'a credit is positive' USING ERRCODE = 'check_violation'; END IF;
  ELSIF NEW."entry" = 'DEBIT' THEN
    IF NEW."amount" >= 0 THEN RAISE EXCEPTION 'a debit is negative' USING ERRCODE = 'check_violation'; END IF;
  ELSE
    SELECT * INTO closed FROM "StarTransaction"
      WHERE "id" = NEW."holdId" AND "userId" = NEW."userId" AND "entry" = 'HOLD';
    IF NOT FOUND THEN RAISE EXCEPTION 'no such hold in this account' USING ERRCODE = 'check_violation'; END IF;
    IF EXISTS (SELECT 1 FROM "StarTransaction" WHERE "holdId" = NEW."holdId") THEN
      RAISE EXCEPTION 'hold % is closed', NEW."holdId" USING ERRCODE = 'unique_violation';
    END IF;
    IF NEW."amount" <> (CASE NEW."entry" WHEN 'RELEASE' THEN -closed."amount" ELSE 0 END) THEN
      RAISE EXCEPTION 'a hold is closed whole' USING ERRCODE = 'check_violation';
    END IF;
    held_change := closed."amount";
  END IF;

  IF account."balance" + NEW."amount" < 0 THEN
    RAISE EXCEPTION 'not enough stars' USING ERRCODE = 'check_violation', CONSTRAINT = 'StarAccount_balance_not_negative';
  END IF;
  NEW."position" := account."rowCount" + 1;
  NEW."balanceAfter" := account."balance" + NEW."amount";
  NEW."heldAfter" := account."held" + held_change;
  UPDATE "StarAccount" SET "balance" = NEW."balanceAfter", "held" = NEW."heldAfter", "rowCount" = NEW."position"
    WHERE "userId" = NEW."userId";
  RETURN NEW;
END $$;
CREATE TRIGGER star_row_is_applied BEFORE INSERT ON "StarTransaction"
  FOR EACH ROW EXECUTE FUNCTION star_row_is_applied();
CREATE TRIGGER star_row_is_kept BEFORE UPDATE OR DELETE ON "StarTransaction"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The account changes by rows alone.
CREATE FUNCTION star_account_follows_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a star account changes by its rows alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER star_account_follows_rows BEFORE UPDATE OR DELETE ON "StarAccount"
  FOR EACH ROW EXECUTE FUNCTION star_account_follows_rows();
-- Everybody starts with nothing.
CREATE FUNCTION star_account_starts_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."balance" <> 0 OR NEW."held" <> 0 OR NEW."rowCount" <> 0 THEN
    RAISE EXCEPTION 'a star account starts empty' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER star_account_starts_empty BEFORE INSERT ON "StarAccount"
  FOR EACH ROW EXECUTE FUNCTION star_account_starts_empty();

-- Studio
ALTER TABLE "BaseModel" ADD CONSTRAINT "BaseModel_price" CHECK ("priceStars" >= 0);
CREATE UNIQUE INDEX "BaseModel_one_default" ON "BaseModel" ("type") WHERE "isDefault" AND "isActive";
ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_face_is_private" CHECK (NOT "isPublic" OR "type" = 'STYLE');
ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_stars" CHECK ("starsRequired" BETWEEN 0 AND 1000);
ALTER TABLE "LoraModel" ADD CONSTRAINT "LoraModel_ready_has_weights" CHECK (
  "status" <> 'READY' OR "deletedAt" IS NOT NULL OR ("weightsKey" IS NOT NULL AND "weightsBytes" > 0));
CREATE UNIQUE INDEX "LoraModel_one_default" ON "LoraModel" ("ownerId") WHERE "isDefault" AND "deletedAt" IS NULL;
CREATE UNIQUE INDEX "Training_one_open" ON "Training" ("loraModelId") WHERE "status" IN ('QUEUED', 'RUNNING');
CREATE UNIQUE INDEX "Upscale_one_open" ON "Upscale" ("pictureId") WHERE "status" IN ('QUEUED', 'RUNNING');
ALTER TABLE "Training" ADD CONSTRAINT "Training_paid_has_hold" CHECK (("starsSpent" = 0) = ("holdId" IS NULL));
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_paid_has_hold" CHECK ("stars" >= 0 AND ("stars" = 0) = ("holdId" IS NULL));
ALTER TABLE "Upscale" ADD CONSTRAINT "Upscale_paid_has_hold" CHECK ("stars" >= 0 AND ("stars" = 0) = ("holdId" IS NULL));
ALTER TABLE "Training" ADD CONSTRAINT "Training_hold" FOREIGN KEY ("holdId") REFERENCES "StarTransaction" ("id");
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_hold" FOREIGN KEY ("holdId") REFERENCES "StarTransaction" ("id");
ALTER TABLE "Upscale" ADD CONSTRAINT "Upscale_hold" FOREIGN KEY ("holdId") REFERENCES "StarTransaction" ("id");
ALTER TABLE "Training" ADD CONSTRAINT "Training_failed_has_code" CHECK ("status" <> 'FAILED' OR "errorCode" IS NOT NULL);
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_failed_has_code" CHECK ("status" <> 'FAILED' OR "errorCode" IS NOT NULL);
ALTER TABLE "Upscale" ADD CONSTRAINT "Upscale_failed_has_code" CHECK ("status" <> 'FAILED' OR "errorCode" IS NOT NULL);
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_completed_has_picture" CHECK (
  "status" <> 'COMPLETED' OR "deletedAt" IS NOT NULL OR "pictureId" IS NOT NULL);
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_sizes" CHECK (
  "widthPx" BETWEEN 256 AND 2048 AND "heightPx" BETWEEN 256 AND 2048 AND "attempt" >= 1);
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_month" CHECK ("month" BETWEEN 1 AND 12 AND "version" >= 1);
ALTER TABLE "JobTask" ADD CONSTRAINT "JobTask_month" CHECK ("month" IS NULL OR "month" BETWEEN 1 AND 12);
ALTER TABLE "ModelRequest" ADD CONSTRAINT "ModelRequest_submitted_has_id" CHECK ("status" <> 'SUBMITTED' OR "requestId" IS NOT NULL);

-- Work moves along the table in lib/studio/work-states.ts; a test keeps both equal. What has ended stays as it ended.
CREATE FUNCTION work_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('QUEUED', 'RUNNING'), ('QUEUED', 'FAILED'), ('QUEUED', 'CANCELLED'),
    ('RUNNING', 'COMPLETED'), ('RUNNING', 'FAILED'), ('RUNNING', 'CANCELLED')) THEN
    RAISE EXCEPTION '% may not move from % to %', TG_TABLE_NAME, OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_moves_by_table BEFORE UPDATE OF "status" ON "Training" FOR EACH ROW EXECUTE FUNCTION work_moves_by_table();
CREATE TRIGGER generation_moves_by_table BEFORE UPDATE OF "status" ON "Generation" FOR EACH ROW EXECUTE FUNCTION work_moves_by_table();
CREATE TRIGGER upscale_moves_by_table BEFORE UPDATE OF "status" ON "Upscale" FOR EACH ROW EXECUTE FUNCTION work_moves_by_table();

CREATE FUNCTION model_request_moves_by_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."requestId" IS NOT NULL AND NEW."requestId" IS DISTINCT FROM OLD."requestId" THEN
    RAISE EXCEPTION 'a request keeps its id' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."status" <> OLD."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('QUEUED', 'SUBMITTING'), ('QUEUED', 'FAILED'), ('QUEUED', 'CANCELLED'),
    ('SUBMITTING', 'QUEUED'), ('SUBMITTING', 'SUBMITTED'), ('SUBMITTING', 'FAILED'), ('SUBMITTING', 'CANCELLED'),
    ('SUBMITTED', 'COMPLETED'), ('SUBMITTED', 'FAILED'), ('SUBMITTED', 'CANCELLED')) THEN
    RAISE EXCEPTION 'a request may not move from % to %', OLD."status", NEW."status" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER model_request_moves_by_table BEFORE UPDATE ON "ModelRequest"
  FOR EACH ROW EXECUTE FUNCTION model_request_moves_by_table();
