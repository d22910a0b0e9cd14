import { readBook } from './book';
import type { Problem } from './problem';
import { checkChapter } from './rules/chapter-rules';
import { checkFigureWords, readFigures } from './rules/figures';
import { checkGallery } from './rules/gallery';
import { checkLinks } from './rules/links';
import { checkOpenQuestions } from './rules/open-questions';
import { checkParity } from './rules/parity';
import { checkPredictions } from './rules/predictions';
import { checkQuestions } from './rules/questions';
import { checkWording } from './rules/wording';
import { checkWords } from './rules/words';

/** All that is wrong with the book below `root`, in order of file and line. */
export function checkContent(root: string): Problem[] {
  const { book, problems } = readBook(root);
  const { figures, problems: figureProblems } = readFigures(book);
  const found = [
    ...problems,
    ...figureProblems,
    ...checkFigureWords(book, figures),
    ...checkGallery(book, figures),
    ...book.order.flatMap((slug, index) =>
      [book.chapters.en.get(slug), book.chapters.zh.get(slug)].flatMap((chapter) =>
        chapter ? checkChapter(chapter, index + 1) : [],
      ),
    ),
    ...checkParity(book),
    ...checkLinks(book),
    ...checkQuestions(book, figures),
    ...checkPredictions(book, figures),
    ...checkOpenQuestions(book, figures),
    ...checkWording(book),
    ...checkWords(book),
  ];
  return found.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}
