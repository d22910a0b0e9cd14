import 'server-only';

/** A place in the history: everything answered earlier comes after it. */
export interface HistoryCursor {
  readonly answeredAt: Date;
  readonly id: string;
}

/** The query of one page of a learner's answers, newest first; what was answered at one moment in the order of ids. */
export function historyPageOf(userId: string, before: HistoryCursor | null, limit?: number) {
  const { answeredAt, id } = before ?? {};
  return {
    where: {
      userId,
      ...(before && { OR: [{ answeredAt: { lt: answeredAt } }, { answeredAt, id: { lt: id } }] }),
    },
    orderBy: [{ answeredAt: 'desc' as const }, { id: 'desc' as const }],
    take: limit,
  };
}
