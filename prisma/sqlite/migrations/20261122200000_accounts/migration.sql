-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "throttle_expiresAt_idx" ON "throttle"("expiresAt");
