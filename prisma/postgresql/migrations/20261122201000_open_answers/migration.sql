-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "confidence" TEXT;

-- CreateTable
CREATE TABLE "open_answer" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "questionRevision" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "confidence" TEXT,
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "met" JSONB,
    "score" DOUBLE PRECISION,
    "assessedAt" TIMESTAMP(3),

    CONSTRAINT "open_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "open_answer_userId_answeredAt_id_idx" ON "open_answer"("userId", "answeredAt", "id");

-- AddForeignKey
ALTER TABLE "open_answer" ADD CONSTRAINT "open_answer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

