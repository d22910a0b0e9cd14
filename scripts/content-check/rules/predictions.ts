import type { Figure } from '@/model/figure';
import { type QuestionFile, questionFile } from '@/server/grading/question-file';
import type { Book } from '../book';
import type { ChapterFile, TagUse } from '../chapter-file';
import type { JsonFile } from '../json-file';
import { error, type Problem } from '../problem';

/** Every figure that stops to ask: its question is there and about it, and there is something to show for each answer. */
export function checkPredictions(book: Book, figures: ReadonlyMap<string, Figure>): Problem[] {
  return book.order.flatMap((slug) => {
    const chapter = book.chapters.en.get(slug);
    return chapter ? chapter.tags.flatMap((use, index) => checkUse(use, index, chapter, book, figures)) : [];
  });
}

function checkUse(
  use: TagUse,
  index: number,
  { slug, file: chapterFile, tags }: ChapterFile,
  book: Book,
  figures: ReadonlyMap<string, Figure>,
): Problem[] {
  const { predict, scenario = '' } = use.attributes;
  if (use.name !== 'Simulator' || predict === undefined) return [];
  const say = (message: string) => [error('prediction', chapterFile, use.line, message)];
  const file = book.questions.get(`content/questions/${slug}/${predict}.json`);
  const parsed = questionFile.safeParse(file?.value);
  if (!file) return say(`there is no question "${predict}" in content/questions/${slug}`);
  if (!parsed.success) return [];
  const question = parsed.data;
  if (question.kind !== 'predict') return say(`"${predict}" is of kind "${question.kind}": a figure asks a prediction`);
  if (question.figure.scenario !== scenario) {
    return say(`"${predict}" is about "${question.figure.scenario}", not about "${scenario}"`);
  }
  if (tags.slice(0, index).some((other) => other.attributes.predict === predict))
    return say(`"${predict}" is asked twice`);
  const earlier = tags
    .slice(0, index)
    .some(({ name, attributes }) => name === 'Simulator' && attributes.scenario === scenario);
  const shown = earlier ? say(`"${scenario}" has already been shown whole in this chapter`) : [];
  return [...shown, ...checkQuestion(question, file, figures)];
}

type Predict = Extract<QuestionFile, { kind: 'predict' }>;

function checkQuestion(
  { figure, key, options }: Predict,
  file: JsonFile,
  figures: ReadonlyMap<string, Figure>,
): Problem[] {
  const say = (at: (string | number)[], message: string) => error('prediction', file.file, file.lineOf(at), message);
  const problems: Problem[] = [];
  const { scenario, settings } = key.computed;
  if (scenario !== figure.scenario || Object.keys(settings ?? {}).length > 0) {
    problems.push(say(['key', 'computed'], 'what a figure asks is about its own run: the same scenario, no settings'));
  }
  if (figure.atMs === 0) problems.push(say(['figure', 'atMs'], 'nothing has happened yet where the figure stops'));
  if (figures.has(scenario)) {
    for (const [index, { id, misconception, belief }] of options.entries()) {
      if (misconception === null || belief) continue;
      problems.push(
        say(['options', index], `"${id}" is wrong and has no "belief": the run in which it would come true`),
      );
    }
  }
  return problems;
}
