-- CreateTable
CREATE TABLE "review_plan" (
    "userId" TEXT NOT NULL,
    "interviewOn" TEXT,
    "dailyLength" INTEGER NOT NULL,
    "chosenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "review_plan_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "review_plan" ADD CONSTRAINT "review_plan_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
