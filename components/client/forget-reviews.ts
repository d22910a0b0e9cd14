/** The browser's database of what was taken along for reviews (components/interview/review/review-database.ts). */
export const REVIEW_DATABASE = '2msl-review';

/** What was taken along holds a learner's answers, and goes when they do. */
export function forgetReviews(): void {
  try {
    indexedDB.deleteDatabase(REVIEW_DATABASE);
  } catch {
    // A browser that forbids databases has kept none.
  }
}
