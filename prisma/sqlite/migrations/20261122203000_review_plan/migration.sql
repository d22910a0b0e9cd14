-- CreateTable
CREATE TABLE "review_plan" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "interviewOn" TEXT,
    "dailyLength" INTEGER NOT NULL,
    "chosenAt" DATETIME NOT NULL,
    CONSTRAINT "review_plan_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
