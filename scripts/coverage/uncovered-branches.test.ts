import { expect, it } from 'vitest';
import { branchesOf } from './uncovered-branches';

const SOURCE = `switch (state) {
  case 'one':
    return 1;
  case 'two':
    return 2;
  default:
    return assertNever(state);
}
switch (other) {
  default:
    return 3;
}
if (late) go();`;

function at(line: number) {
  return { start: { line, column: 2 }, end: { line: line + 1, column: 0 } };
}

it('counts every arm that no test took, but for those that end in assertNever', () => {
  const found = branchesOf(
    {
      branchMap: {
        0: { type: 'switch', loc: at(1), locations: [at(2), at(4), at(6)] },
        1: { type: 'switch', loc: at(9), locations: [at(10)] },
        2: { type: 'if', loc: at(13), locations: [at(13), { start: {}, end: {} }] },
      },
      b: { 0: [1, 0, 0], 1: [0], 2: [4, 0] },
    },
    SOURCE,
  );
  expect(found).toEqual({
    total: 5,
    covered: 2,
    missed: [
      { line: 4, arm: "case 'two':" },
      { line: 10, arm: 'default:' },
      { line: 13, arm: 'else of if (late) go();' },
    ],
  });
});
