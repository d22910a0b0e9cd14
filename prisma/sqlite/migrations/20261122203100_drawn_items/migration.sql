-- CreateTable
CREATE TABLE "drawn_item" (
    "userId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "drawnAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "questionId"),
    CONSTRAINT "drawn_item_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "drawn_item_userId_digest_key" ON "drawn_item"("userId", "digest");
