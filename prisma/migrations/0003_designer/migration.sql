
CREATE TYPE "EventDateSource" AS ENUM ('OWN', 'IMPORT', 'INVITE');

CREATE TYPE "PublishStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

ALTER TYPE "ProofKind" ADD VALUE 'DIGITAL';

ALTER TABLE "Proof" ADD COLUMN     "pressId" TEXT NOT NULL DEFAULT 'europe',
ADD COLUMN     "themes" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "Picture" ADD COLUMN     "analysis" JSONB;

CREATE TABLE "EventDate" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" "EventDateSource" NOT NULL,
    "contributor" TEXT,
    "inviteId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventDate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DateInvite" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "calendarId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DateInvite_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CalendarShare" (
    "id" TEXT NOT NULL,
    "calendarId" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "mayComment" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarShare_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CalendarComment" (
    "id" TEXT NOT NULL,
    "calendarId" TEXT NOT NULL,
    "shareId" TEXT,
    "pageIndex" INTEGER NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarComment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PrintTheme" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "status" "PublishStatus" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrintTheme_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Template" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "status" "PublishStatus" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "EventDate_ownerId_idx" ON "EventDate"("ownerId");

CREATE UNIQUE INDEX "DateInvite_keyHash_key" ON "DateInvite"("keyHash");

CREATE INDEX "DateInvite_ownerId_idx" ON "DateInvite"("ownerId");

CREATE UNIQUE INDEX "CalendarShare_keyHash_key" ON "CalendarShare"("keyHash");

CREATE INDEX "CalendarShare_calendarId_idx" ON "CalendarShare"("calendarId");

CREATE INDEX "CalendarComment_calendarId_createdAt_idx" ON "CalendarComment"("calendarId", "createdAt");

CREATE UNIQUE INDEX "Template_slug_key" ON "Template"("slug");

ALTER TABLE "EventDate" ADD CONSTRAINT "EventDate_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "EventDate" ADD CONSTRAINT "EventDate_inviteId_fkey" FOREIGN KEY ("inviteId") REFERENCES "DateInvite"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "DateInvite" ADD CONSTRAINT "DateInvite_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CalendarShare" ADD CONSTRAINT "CalendarShare_calendarId_fkey" FOREIGN KEY ("calendarId") REFERENCES "Calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CalendarComment" ADD CONSTRAINT "CalendarComment_calendarId_fkey" FOREIGN KEY ("calendarId") REFERENCES "Calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CalendarComment" ADD CONSTRAINT "CalendarComment_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "CalendarShare"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must hold whatever the code does.
ALTER TABLE "CalendarImage" DROP CONSTRAINT "CalendarImage_place";
ALTER TABLE "CalendarImage" ADD CONSTRAINT "CalendarImage_place" CHECK ("pageIndex" >= -2 AND "slotIndex" >= 0);
ALTER TABLE "CalendarComment" ADD CONSTRAINT "CalendarComment_text" CHECK (length("text") BETWEEN 1 AND 2000 AND length("author") BETWEEN 1 AND 60);
ALTER TABLE "CalendarComment" ADD CONSTRAINT "CalendarComment_page" CHECK ("pageIndex" >= -1);
ALTER TABLE "PrintTheme" ADD CONSTRAINT "PrintTheme_id" CHECK ("id" ~ '^[a-z][a-z0-9-]{1,39}$' AND "version" >= 1);
ALTER TABLE "Template" ADD CONSTRAINT "Template_slug" CHECK ("slug" ~ '^[a-z][a-z0-9-]{1,59}$' AND "version" >= 1);
