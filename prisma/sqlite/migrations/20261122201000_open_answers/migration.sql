-- AlterTable
ALTER TABLE "attempt" ADD COLUMN "confidence" TEXT;

-- CreateTable
CREATE TABLE "open_answer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "questionRevision" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "confidence" TEXT,
    "answeredAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "met" JSONB,
    "score" REAL,
    "assessedAt" DATETIME,
    CONSTRAINT "open_answer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "open_answer_userId_answeredAt_id_idx" ON "open_answer"("userId", "answeredAt", "id");

