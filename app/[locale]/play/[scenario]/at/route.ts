import { z } from 'zod';
import { settings } from '@/model/figure';
import { shownRun } from '@/server/content/shown-run';
import { type FigurePageProps, figureOf } from '../../../figure';

const query = z.object({
  ms: z.coerce.number().min(0).max(3_600_000),
  settings: z
    .string()
    .max(2_000)
    .transform((text, context) => {
      try {
        return settings.parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'no settings' });
        return z.NEVER;
      }
    })
    .optional(),
});

/**
 * Leads to the simulator at a moment, under settings, as a model answer names them: to the address that says that whole run
 * behind its '#', which only a run of the engine can write.
 */
export async function GET(request: Request, { params }: FigurePageProps): Promise<Response> {
  const { locale, scenario } = await figureOf(params);
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const shown = asked.success ? { scenario, atMs: asked.data.ms, settings: asked.data.settings } : null;
  const Location = `/${locale}/play/${scenario}${shown === null ? '' : `#${await shownRun(shown)}`}`;
  return new Response(null, { status: 307, headers: { Location } });
}
