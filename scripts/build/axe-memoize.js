// How axe-core remembers answers, in place of the library it brings: that one looks through a list for each answer.

/**
 * The function, of up to two arguments, with a memory: answers are told apart by those it declares, and `clear` forgets all.
 * An error is not remembered.
 */
export default function memoize(answer) {
  const count = answer.length;
  if (count > 2) throw new Error('Answers are told apart by two arguments at most.');
  // By the second argument, then by the first: that is an element, of which there are many.
  let known = new Map();
  function memoized(first, second) {
    const apart = count > 1 ? second : undefined;
    let answers = known.get(apart);
    if (answers === undefined) {
      answers = new Map();
      known.set(apart, answers);
    }
    const key = count > 0 ? first : undefined;
    let value = answers.get(key);
    if (value === undefined && !answers.has(key)) {
      value = answer.call(this, first, second);
      answers.set(key, value);
    }
    return value;
  }
  memoized.clear = () => {
    known = new Map();
  };
  return memoized;
}
