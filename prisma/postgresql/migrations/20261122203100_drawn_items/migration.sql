-- CreateTable
CREATE TABLE "drawn_item" (
    "userId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "drawnAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "drawn_item_pkey" PRIMARY KEY ("userId","questionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "drawn_item_userId_digest_key" ON "drawn_item"("userId", "digest");

-- AddForeignKey
ALTER TABLE "drawn_item" ADD CONSTRAINT "drawn_item_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
