type Answer = { readonly respondents: number }

/** The mean of the ratings that were given; `undefined` where none was. */
export const meanRating = <Name extends string>(
  answers: readonly (Answer & Readonly<Record<Name, number | null>>)[],
  name: Name,
): number | undefined => {
  let [sum, given] = [0, 0]
  for (const answer of answers) {
    const rating = answer[name]
    if (rating === null) continue
    sum += rating * answer.respondents
    given += answer.respondents
  }
  return given === 0 ? undefined : sum / given
}

/** The same summand so many times, in as many steps as the number has bits. */
export const repeated = <Sum>(combine: (one: Sum, other: Sum) => Sum, one: Sum, times: number): Sum => {
  if (times <= 1) return one
  const half = repeated(combine, one, times >> 1)
  const even = combine(half, half)
  return times % 2 === 0 ? even : combine(even, one)
}
